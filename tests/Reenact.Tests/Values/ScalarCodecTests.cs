using System.Globalization;
using CsCheck;
using MessagePack;
using Reenact.Shims;
using Xunit;

namespace Reenact.Tests.Values;

public sealed class ScalarCodecTests
{
    [Fact]
    public void Integers_come_back()
    {
        Same<byte, ByteCodec>(Gen.Byte);
        Same<sbyte, SByteCodec>(Gen.SByte);
        Same<short, Int16Codec>(Gen.Short);
        Same<ushort, UInt16Codec>(Gen.UShort);
        Same<int, Int32Codec>(Gen.Int);
        Same<uint, UInt32Codec>(Gen.UInt);
        Same<long, Int64Codec>(Gen.Long);
        Same<ulong, UInt64Codec>(Gen.ULong);
        Same<bool, BooleanCodec>(Gen.Bool);
    }

    [Fact]
    public void Floating_point_numbers_keep_their_bits()
    {
        Gen.ULong.Select(BitConverter.UInt64BitsToDouble).Sample(value =>
            BitConverter.DoubleToUInt64Bits(Encoded.RoundTrip<double, DoubleCodec>(value)) == BitConverter.DoubleToUInt64Bits(value));
        Gen.UInt.Select(BitConverter.UInt32BitsToSingle).Sample(value =>
            BitConverter.SingleToUInt32Bits(Encoded.RoundTrip<float, SingleCodec>(value)) == BitConverter.SingleToUInt32Bits(value));
        for (var bits = 0; bits <= ushort.MaxValue; bits++)
        {
            var half = BitConverter.UInt16BitsToHalf((ushort)bits);
            Assert.Equal((ushort)bits, BitConverter.HalfToUInt16Bits(Encoded.RoundTrip<Half, HalfCodec>(half)));
        }
    }

    [Fact]
    public void Decimals_keep_their_scale_and_the_sign_of_zero()
    {
        Gen.Select(Gen.Int, Gen.Int, Gen.Int, Gen.Bool, Gen.Byte[0, 28]).Sample((low, middle, high, negative, scale) =>
        {
            var value = new decimal(low, middle, high, negative, scale);
            return decimal.GetBits(Encoded.RoundTrip<decimal, DecimalCodec>(value)).SequenceEqual(decimal.GetBits(value));
        });
        for (byte scale = 0; scale <= 28; scale++)
        {
            var zero = new decimal(0, 0, 0, isNegative: true, scale);
            Assert.Equal(decimal.GetBits(zero), decimal.GetBits(Encoded.RoundTrip<decimal, DecimalCodec>(zero)));
        }
    }

    [Fact]
    public void Dates_and_times_come_back()
    {
        Gen.Select(Gen.Long[0, DateTime.MaxValue.Ticks], Gen.Enum<DateTimeKind>()).Sample((ticks, kind) =>
        {
            var read = Encoded.RoundTrip<DateTime, DateTimeCodec>(new DateTime(ticks, kind));
            return read.Ticks == ticks && read.Kind == kind;
        });
        Gen.Select(Gen.Long[TimeSpan.TicksPerDay, DateTime.MaxValue.Ticks - TimeSpan.TicksPerDay], Gen.Int[-14 * 60, 14 * 60]).Sample((ticks, offset) =>
            Encoded.RoundTrip<DateTimeOffset, DateTimeOffsetCodec>(new DateTimeOffset(ticks, TimeSpan.FromMinutes(offset)))
                .EqualsExact(new DateTimeOffset(ticks, TimeSpan.FromMinutes(offset))));
        Same<DateOnly, DateOnlyCodec>(Gen.Int[0, DateOnly.MaxValue.DayNumber].Select(DateOnly.FromDayNumber));
        Same<TimeOnly, TimeOnlyCodec>(Gen.Long[0, TimeOnly.MaxValue.Ticks].Select(ticks => new TimeOnly(ticks)));
        Same<TimeSpan, TimeSpanCodec>(Gen.Long.Select(ticks => new TimeSpan(ticks)));
    }

    [Fact]
    public void Extreme_dates_and_times_come_back()
    {
        Assert.All([DateTime.MinValue, DateTime.MaxValue], value => Assert.Equal(value, Encoded.RoundTrip<DateTime, DateTimeCodec>(value)));
        Assert.All([DateTimeOffset.MinValue, DateTimeOffset.MaxValue], value => Assert.Equal(value, Encoded.RoundTrip<DateTimeOffset, DateTimeOffsetCodec>(value)));
        Assert.All([TimeSpan.MinValue, TimeSpan.Zero, TimeSpan.MaxValue], value => Assert.Equal(value, Encoded.RoundTrip<TimeSpan, TimeSpanCodec>(value)));
        Assert.All([TimeOnly.MinValue, TimeOnly.MaxValue], value => Assert.Equal(value, Encoded.RoundTrip<TimeOnly, TimeOnlyCodec>(value)));
    }

    [Fact]
    public void Values_stand_as_text_that_people_read()
    {
        Assert.Equal("1.20", Text<decimal, DecimalCodec>(1.20m));
        Assert.Equal("2026-03-01T09:30:00Z", Text<DateTime, DateTimeCodec>(new DateTime(2026, 3, 1, 9, 30, 0, DateTimeKind.Utc)));
        Assert.Equal("2026-03-01T09:30:00.0000001", Text<DateTime, DateTimeCodec>(new DateTime(2026, 3, 1, 9, 30, 0).AddTicks(1)));
        Assert.Equal("2026-03-01T09:30:00L", Text<DateTime, DateTimeCodec>(new DateTime(2026, 3, 1, 9, 30, 0, DateTimeKind.Local)));
        Assert.Equal("2026-03-01T09:30:00+02:00", Text<DateTimeOffset, DateTimeOffsetCodec>(new DateTimeOffset(2026, 3, 1, 9, 30, 0, TimeSpan.FromHours(2))));
        Assert.Equal("2026-03-01", Text<DateOnly, DateOnlyCodec>(new DateOnly(2026, 3, 1)));
        Assert.Equal("09:30:00", Text<TimeOnly, TimeOnlyCodec>(new TimeOnly(9, 30)));
        Assert.Equal("1.02:00:00", Text<TimeSpan, TimeSpanCodec>(new TimeSpan(1, 2, 0, 0)));
        Assert.Equal("0f8fad5b-d9cb-469f-a165-70867728950e", Text<Guid, GuidCodec>(new Guid("0f8fad5b-d9cb-469f-a165-70867728950e")));
        Assert.Equal("1.4", Text<Version, VersionCodec>(new Version(1, 4)));
        Assert.Equal("https://example.org/a%20b?q=1", Text<Uri, UriCodec>(new Uri("https://example.org/a%20b?q=1")));
    }

    [Fact]
    public void Numbers_and_times_have_the_text_that_the_framework_gives_them()
    {
        Gen.Select(Gen.Int, Gen.Int, Gen.Int[0, 2], Gen.Bool, Gen.Byte[0, 28]).Sample((low, middle, high, negative, scale) =>
        {
            var value = new decimal(low, middle, high, negative, scale);
            return value == 0 || Text<decimal, DecimalCodec>(value) == value.ToString(CultureInfo.InvariantCulture);
        });
        Gen.Long[0, DateTime.MaxValue.Ticks].Sample(ticks =>
        {
            var value = new DateTime(ticks);
            var whole = new DateTime(ticks - (ticks % TimeSpan.TicksPerSecond));
            return Text<DateTime, DateTimeCodec>(value) == value.ToString(value == whole ? "s" : "O", CultureInfo.InvariantCulture)
                && Text<DateTime, DateTimeCodec>(whole) == whole.ToString("s", CultureInfo.InvariantCulture);
        });
    }

    [Fact]
    public void Guids_and_versions_come_back()
    {
        Same<Guid, GuidCodec>(Gen.Guid);
        Same<Version, VersionCodec>(Gen.Select(Gen.Int[0, int.MaxValue], Gen.Int[0, int.MaxValue], Gen.Int[0, int.MaxValue], Gen.Int[0, int.MaxValue],
            (major, minor, build, revision) => new Version(major, minor, build, revision)));
        Assert.Equal(new Version(1, 2, 3), Encoded.RoundTrip<Version, VersionCodec>(new Version(1, 2, 3)));
        Assert.Null(Encoded.RoundTrip<Version, VersionCodec>(null!));
    }

    [Theory]
    [InlineData("https://example.org/%7Efoo", UriKind.Absolute)]
    [InlineData("/path", UriKind.Relative)]
    [InlineData("", UriKind.Relative)]
    [InlineData("mailto:a@b", UriKind.Absolute)]
    public void Uris_keep_their_text_and_kind(string text, UriKind kind)
    {
        var read = Encoded.RoundTrip<Uri, UriCodec>(new Uri(text, kind));
        Assert.Equal(text, read.OriginalString);
        Assert.Equal(kind == UriKind.Absolute, read.IsAbsoluteUri);
    }

    [Fact]
    public void Every_character_comes_back()
    {
        for (var value = (int)char.MinValue; value <= char.MaxValue; value++)
            Assert.Equal((char)value, Encoded.RoundTrip<char, CharCodec>((char)value));
    }

    [Theory]
    [InlineData("1.2.3")]
    [InlineData("01.2")]
    [InlineData("1.")]
    [InlineData("+1")]
    [InlineData(" 1")]
    [InlineData("1e3")]
    [InlineData("79228162514264337593543950336")]
    [InlineData("0.00000000000000000000000000001")]
    [InlineData("\u001b[31m1")]
    public void A_decimal_has_one_text(string text) => Refused<decimal, DecimalCodec>(text);

    [Theory]
    [InlineData("2026-03-01T09:30:00.0000000")]
    [InlineData("2026-03-01T09:30:00.1")]
    [InlineData("2026-02-30T09:30:00")]
    [InlineData("2026-03-01 09:30:00")]
    [InlineData("2026-03-01T09:30:00+02:00")]
    [InlineData("2026-03-01T09:30:00ZZ")]
    [InlineData("Z")]
    [InlineData("")]
    public void A_time_has_one_text(string text) => Refused<DateTime, DateTimeCodec>(text);

    [Fact]
    public void A_number_that_does_not_fit_is_refused()
    {
        var bytes = Encoded.Raw((ref MessagePackWriter writer) => writer.Write(256));
        Assert.Throws<ValueFormatException>(() => Encoded.Read<byte, ByteCodec>(bytes, new MemoryBlobs()));
        var third = Encoded.Raw((ref MessagePackWriter writer) => writer.Write(1f / 3));
        Assert.Throws<ValueFormatException>(() => Encoded.Read<Half, HalfCodec>(third, new MemoryBlobs()));
    }

    [Fact]
    public void The_culture_of_the_machine_does_not_matter()
    {
        var culture = CultureInfo.CurrentCulture;
        try
        {
            var strange = (CultureInfo)CultureInfo.InvariantCulture.Clone();
            strange.NumberFormat.NumberDecimalSeparator = ",";
            strange.NumberFormat.NegativeSign = "~";
            CultureInfo.CurrentCulture = strange;
            Assert.Equal("-1.20", Text<decimal, DecimalCodec>(-1.20m));
            Assert.Equal(-1.20m, Encoded.RoundTrip<decimal, DecimalCodec>(-1.20m));
            Assert.Equal("-1.02:00:00", Text<TimeSpan, TimeSpanCodec>(-new TimeSpan(1, 2, 0, 0)));
        }
        finally
        {
            CultureInfo.CurrentCulture = culture;
        }
    }

    private static void Same<T, TCodec>(Gen<T> values)
        where TCodec : IValueCodec<T> =>
        values.Sample(value => EqualityComparer<T>.Default.Equals(value, Encoded.RoundTrip<T, TCodec>(value)));

    private static string? Text<T, TCodec>(T value)
        where TCodec : IValueCodec<T> =>
        new MessagePackReader(Encoded.Write<T, TCodec>(value, new MemoryBlobs())).ReadString();

    private static void Refused<T, TCodec>(string text)
        where TCodec : IValueCodec<T>
    {
        var bytes = Encoded.Raw((ref MessagePackWriter writer) => writer.Write(text));
        var exception = Assert.Throws<ValueFormatException>(() => Encoded.Read<T, TCodec>(bytes, new MemoryBlobs()));
        Assert.DoesNotContain('\u001b', exception.Message);
    }
}
