using System.Collections;
using System.Drawing;
using System.Globalization;
using System.Net;
using System.Numerics;
using System.Text;
using CsCheck;
using MessagePack;
using Reenact.Shims;
using Xunit;
using Size = System.Drawing.Size;

namespace Reenact.Tests.Values;

public sealed class FrameworkScalarCodecTests
{
    private static readonly Gen<UInt128> Wide = Gen.Select(Gen.ULong, Gen.ULong, (upper, lower) => new UInt128(upper, lower));

    private static readonly Gen<float> Singles = Gen.UInt.Select(BitConverter.UInt32BitsToSingle);

    private static readonly Gen<Index> Indexes = Gen.Select(Gen.Int[0, int.MaxValue], Gen.Bool, (value, fromEnd) => new Index(value, fromEnd));

    private static readonly Gen<IPAddress> Addresses = Gen.OneOf(
        Gen.Byte.Array[4].Select(bytes => new IPAddress(bytes)),
        Gen.Byte.Array[16].Select(bytes => new IPAddress(bytes)),
        Gen.Select(Gen.Byte.Array[16], Gen.UInt, (bytes, scope) => new IPAddress(bytes, scope)));

    [Fact]
    public void Integers_of_128_bits_and_native_ones_come_back()
    {
        Same<UInt128, UInt128Codec>(Wide);
        Same<Int128, Int128Codec>(Wide.Select(value => unchecked((Int128)value)));
        Assert.Equal(Int128.MinValue, Encoded.RoundTrip<Int128, Int128Codec>(Int128.MinValue));
        Same<nint, IntPtrCodec>(Gen.Long.Select(value => (nint)value));
        Same<nuint, UIntPtrCodec>(Gen.ULong.Select(value => (nuint)value));
        Assert.Equal("340282366920938463463374607431768211455", Text<UInt128, UInt128Codec>(UInt128.MaxValue));
    }

    [Fact]
    public void Big_integers_are_text_and_bytes_where_nobody_reads_them()
    {
        Gen.Byte.Array[0, 400].Select(bytes => new BigInteger(bytes)).Sample(value => Encoded.RoundTrip<BigInteger, BigIntegerCodec>(value) == value);
        Assert.Equal("-123456789012345678901234567890", Text<BigInteger, BigIntegerCodec>(BigInteger.Parse("-123456789012345678901234567890", CultureInfo.InvariantCulture)));
        foreach (var edge in new[] { BigInteger.Pow(2, 832), BigInteger.Pow(2, 833), BigInteger.Pow(2, 2048) })
        {
            foreach (var value in new[] { edge - 1, edge, edge + 1, -edge - 1, -edge, 1 - edge })
                Assert.Equal(value, Encoded.RoundTrip<BigInteger, BigIntegerCodec>(value));
        }
    }

    [Fact]
    public void A_big_integer_has_one_form()
    {
        Refused<BigInteger, BigIntegerCodec>("01");
        Refused<BigInteger, BigIntegerCodec>("-0");
        Refused<BigInteger, BigIntegerCodec>(new string('9', 252));
        Refused<BigInteger, BigIntegerCodec>(new string('9', 100_000));
        Refused<BigInteger, BigIntegerCodec>((ref MessagePackWriter writer) => writer.Write(new byte[] { 1 }));
        Refused<BigInteger, BigIntegerCodec>((ref MessagePackWriter writer) => writer.Write(new byte[200]));
        Refused<BigInteger, BigIntegerCodec>((ref MessagePackWriter writer) => writer.WriteNil());
    }

    [Fact]
    public void Vectors_and_complex_numbers_keep_their_bits()
    {
        Gen.Select(Singles, Singles, Singles, Singles).Sample((x, y, z, w) =>
        {
            Assert.Equal(Bits(x, y), BitsOf(Encoded.RoundTrip<Vector2, Vector2Codec>(new(x, y)), 2));
            Assert.Equal(Bits(x, y, z), BitsOf(Encoded.RoundTrip<Vector3, Vector3Codec>(new(x, y, z)), 3));
            Assert.Equal(Bits(x, y, z, w), BitsOf(Encoded.RoundTrip<Vector4, Vector4Codec>(new(x, y, z, w)), 4));
            Assert.Equal(new PointF(1, y).Y, Encoded.RoundTrip<PointF, PointFCodec>(new(1, y)).Y);
        });
        Gen.Select(Gen.ULong, Gen.ULong).Select((real, imaginary) => new Complex(BitConverter.UInt64BitsToDouble(real), BitConverter.UInt64BitsToDouble(imaginary)))
            .Sample(value => BitConverter.DoubleToUInt64Bits(Encoded.RoundTrip<Complex, ComplexCodec>(value).Imaginary) == BitConverter.DoubleToUInt64Bits(value.Imaginary));
        Refused<Vector3, Vector3Codec>((ref MessagePackWriter writer) => writer.WriteArrayHeader(2));

        static uint[] Bits(params float[] values) => [.. values.Select(BitConverter.SingleToUInt32Bits)];

        static uint[] BitsOf<T>(T vector, int count)
            where T : struct =>
            [.. Enumerable.Range(0, count).Select(index => BitConverter.SingleToUInt32Bits(System.Runtime.CompilerServices.Unsafe.Add(ref System.Runtime.CompilerServices.Unsafe.As<T, float>(ref vector), index)))];
    }

    [Fact]
    public void Indexes_and_ranges_read_as_in_code()
    {
        Same<Index, IndexCodec>(Indexes);
        Same<Range, RangeCodec>(Gen.Select(Indexes, Indexes, (start, end) => new Range(start, end)));
        Assert.Equal("^3", Text<Index, IndexCodec>(^3));
        Assert.Equal("1..^2", Text<Range, RangeCodec>(1..^2));
        Assert.Equal("0..^0", Text<Range, RangeCodec>(Range.All));
        foreach (var text in new[] { "", "^", "-1", "+1", "01", "2147483648", "1.." })
            Refused<Index, IndexCodec>(text);
        foreach (var text in new[] { "", "..", "1..", "..1", "1...2", "1..2..3", "1 .. 2" })
            Refused<Range, RangeCodec>(text);
    }

    [Fact]
    public void Every_rune_comes_back()
    {
        for (var value = 0; value <= 0x10FFFF; value += value is > 0x300 and < 0xD700 or > 0x10100 and < 0x10FF00 ? 97 : 1)
        {
            if (Rune.IsValid(value))
                Assert.Equal(new Rune(value), Encoded.RoundTrip<Rune, RuneCodec>(new Rune(value)));
        }

        Refused<Rune, RuneCodec>("");
        Refused<Rune, RuneCodec>("ab");
        Refused<Rune, RuneCodec>("e\u0301");
        Refused<Rune, RuneCodec>((ref MessagePackWriter writer) => writer.WriteExtensionFormat(new ExtensionResult(3, new byte[] { 0x3d, 0xd8 })));
    }

    [Fact]
    public void String_builders_are_their_text()
    {
        Gen.String.Sample(text => Encoded.RoundTrip<StringBuilder, StringBuilderCodec>(new StringBuilder(text)).ToString() == text);
        Assert.Null(Encoded.RoundTrip<StringBuilder, StringBuilderCodec>(null!));
    }

    [Fact]
    public void Addresses_and_end_points_come_back()
    {
        Same<IPAddress, IPAddressCodec>(Addresses);
        Same<IPEndPoint, IPEndPointCodec>(Gen.Select(Addresses, Gen.Int[0, 65535], (address, port) => new IPEndPoint(address, port)));
        Assert.Equal("192.0.2.1", Text<IPAddress, IPAddressCodec>(IPAddress.Parse("192.0.2.1")));
        Assert.Equal("[::1]:443", Text<IPEndPoint, IPEndPointCodec>(new IPEndPoint(IPAddress.IPv6Loopback, 443)));
        Assert.Equal("127.0.0.1:80", Text<IPEndPoint, IPEndPointCodec>(new IPEndPoint(IPAddress.Loopback, 80)));
        Assert.Null(Encoded.RoundTrip<IPAddress, IPAddressCodec>(null!));
        Assert.Null(Encoded.RoundTrip<IPEndPoint, IPEndPointCodec>(null!));
        foreach (var text in new[] { "127.1", "::0", "localhost", "", "1.2.3.4 " })
            Refused<IPAddress, IPAddressCodec>(text);
        foreach (var text in new[] { "1.2.3.4", "::1:443", "[1.2.3.4]:80", "[::1]", "1.2.3.4:080", "1.2.3.4:65536", ":1", "" })
            Refused<IPEndPoint, IPEndPointCodec>(text);
    }

    [Fact]
    public void Cultures_are_their_names()
    {
        foreach (var culture in CultureInfo.GetCultures(CultureTypes.AllCultures).Take(100))
            Assert.Equal(culture, Encoded.RoundTrip<CultureInfo, CultureInfoCodec>(culture));
        Assert.Equal("", Text<CultureInfo, CultureInfoCodec>(CultureInfo.InvariantCulture));
        Assert.Null(Encoded.RoundTrip<CultureInfo, CultureInfoCodec>(null!));
        Refused<CultureInfo, CultureInfoCodec>("de-de");
        Refused<CultureInfo, CultureInfoCodec>("no culture \u001b");
        Refused<CultureInfo, CultureInfoCodec>(new string('x', 1000));
    }

    [Fact]
    public void Time_zones_are_their_ids()
    {
        foreach (var id in new[] { "UTC", "Europe/Berlin", "America/Argentina/Buenos_Aires" })
            Assert.Equal(TimeZoneInfo.FindSystemTimeZoneById(id), Encoded.RoundTrip<TimeZoneInfo, TimeZoneInfoCodec>(TimeZoneInfo.FindSystemTimeZoneById(id)));
        Assert.Null(Encoded.RoundTrip<TimeZoneInfo, TimeZoneInfoCodec>(null!));
        foreach (var id in new[] { "", "Europe/Nowhere", "/dev/zero", "../../../dev/zero", "Europe/../../../../dev/zero", "\u001b", new string('A', 1000) })
            Refused<TimeZoneInfo, TimeZoneInfoCodec>(id);
    }

    [Fact]
    public void A_time_zone_that_somebody_made_is_refused_when_it_is_written()
    {
        foreach (var id in new[] { "Mine", "Europe/Berlin" })
        {
            var zone = TimeZoneInfo.CreateCustomTimeZone(id, TimeSpan.FromHours(5), "", "");
            var error = Assert.Throws<InvalidOperationException>(() => Encoded.Write<TimeZoneInfo, TimeZoneInfoCodec>(zone, new MemoryBlobs()));
            Assert.Contains("ToSerializedString", error.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Bits_come_back()
    {
        Gen.Bool.Array[0, 3000].Sample(bits => Assert.Equal(bits, Encoded.RoundTrip<BitArray, BitArrayCodec>(new BitArray(bits)).Cast<bool>()));
        Assert.Null(Encoded.RoundTrip<BitArray, BitArrayCodec>(null!));
        Refused<BitArray, BitArrayCodec>(Bits(9, 0xff));
        Refused<BitArray, BitArrayCodec>(Bits(7, 0xff));
        Refused<BitArray, BitArrayCodec>(Bits(-1));
        Refused<BitArray, BitArrayCodec>(Bits(int.MaxValue, 1));
        Refused<BitArray, BitArrayCodec>((ref MessagePackWriter writer) => writer.Write(1));

        static Encoded.Writing Bits(int count, params byte[] bytes) => (ref MessagePackWriter writer) =>
        {
            writer.WriteArrayHeader(2);
            writer.Write(count);
            writer.Write(bytes);
        };
    }

    [Fact]
    public void Points_sizes_and_rectangles_come_back()
    {
        Gen.Select(Gen.Int, Gen.Int, Gen.Int, Gen.Int).Sample((a, b, c, d) =>
            Encoded.RoundTrip<Point, PointCodec>(new(a, b)) == new Point(a, b)
            && Encoded.RoundTrip<Size, SizeCodec>(new(a, b)) == new Size(a, b)
            && Encoded.RoundTrip<Rectangle, RectangleCodec>(new(a, b, c, d)) == new Rectangle(a, b, c, d));
        Assert.Equal(new PointF(1.5f, -2), Encoded.RoundTrip<PointF, PointFCodec>(new(1.5f, -2)));
        Assert.Equal(new SizeF(1.5f, -2), Encoded.RoundTrip<SizeF, SizeFCodec>(new(1.5f, -2)));
        Assert.Equal(new RectangleF(1.5f, -2, 3, 4), Encoded.RoundTrip<RectangleF, RectangleFCodec>(new(1.5f, -2, 3, 4)));
    }

    [Fact]
    public void Colors_are_names_or_numbers_as_they_were_made()
    {
        Same<Color, ColorCodec>(Gen.Int.Select(Color.FromArgb));
        foreach (var color in new[] { Color.Red, Color.Empty, Color.Transparent, SystemColors.Window, Color.FromArgb(0), Color.FromName("Mine"), Color.FromName(""), Color.FromName("#FFFF0000") })
            Assert.Equal(color, Encoded.RoundTrip<Color, ColorCodec>(color));
        Assert.Equal("Red", Text<Color, ColorCodec>(Color.Red));
        Assert.Equal("#FFFF0000", Text<Color, ColorCodec>(Color.FromArgb(255, 0, 0)));
        Refused<Color, ColorCodec>("#FF");
        Refused<Color, ColorCodec>("#FF FF000");
        Refused<Color, ColorCodec>((ref MessagePackWriter writer) => writer.WriteNil());
        Refused<Color, ColorCodec>((ref MessagePackWriter writer) => writer.WriteArrayHeader(0));
    }

    private static void Same<T, TCodec>(Gen<T> values)
        where TCodec : IValueCodec<T> =>
        values.Sample(value => EqualityComparer<T>.Default.Equals(value, Encoded.RoundTrip<T, TCodec>(value)));

    private static string? Text<T, TCodec>(T value)
        where TCodec : IValueCodec<T> =>
        new MessagePackReader(Encoded.Write<T, TCodec>(value, new MemoryBlobs())).ReadString();

    private static void Refused<T, TCodec>(string text)
        where TCodec : IValueCodec<T> =>
        Refused<T, TCodec>((ref MessagePackWriter writer) => writer.Write(text));

    private static void Refused<T, TCodec>(Encoded.Writing writing)
        where TCodec : IValueCodec<T>
    {
        var exception = Assert.Throws<ValueFormatException>(() => Encoded.Read<T, TCodec>(Encoded.Raw(writing), new MemoryBlobs()));
        Assert.DoesNotContain(exception.Message, char.IsControl);
    }
}
