using System.Buffers;
using System.Collections;
using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Drawing;
using System.Globalization;
using System.Net;
using System.Numerics;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using CsCheck;
using MessagePack;
using Reenact.Shims;
using Reenact.Values;
using Xunit;

namespace Reenact.Tests.Values;

/// <summary>Whatever the bytes are: a value, or a <see cref="ValueFormatException"/>, and little memory.</summary>
public sealed class HostileValueTests
{
    private static readonly MemoryBlobs Blobs = SomeBlobs();

    private static readonly object?[] Seeds =
    [
        "2026-03-01T09:30:00Z", "1.20", "1..^2", "[fe80::1%2]:443", "Europe/Berlin", "#FF00FF00", new object?[] { new object?[] { "a", "b" }, new object?[] { "c", "d" } },
        new Dictionary<object, object?> { ["Lengths"] = new object?[] { 0L, 3L } }, new object?[] { 9L, new byte[] { 1, 1 } }, new object?[] { 1L, "a" }, new object?[] { "a", "b", new string('x', 300) },
        new Dictionary<object, object?> { ["OrdinalIgnoreCase"] = new object?[] { "a", "b" } },
        new object?[] { "OrdinalIgnoreCase", new Dictionary<object, object?> { ["a"] = 1L } },
        new Dictionary<object, object?> { ["Role"] = "user", ["Text"] = new string('x', 300), ["Scores"] = new object?[] { 1.5, 2L } },
        new Dictionary<object, object?> { ["a"] = new object?[] { 1L, null, "\ud83d", new Dictionary<object, object?> { [1L] = new byte[300] } }, ["b"] = 0.5 },
    ];

    private static readonly Action<ReadOnlyMemory<byte>>[] Readers =
    [
        Reader<bool, BooleanCodec>(), Reader<byte, ByteCodec>(), Reader<sbyte, SByteCodec>(), Reader<short, Int16Codec>(), Reader<ushort, UInt16Codec>(),
        Reader<int, Int32Codec>(), Reader<uint, UInt32Codec>(), Reader<long, Int64Codec>(), Reader<ulong, UInt64Codec>(), Reader<float, SingleCodec>(),
        Reader<double, DoubleCodec>(), Reader<Half, HalfCodec>(), Reader<decimal, DecimalCodec>(), Reader<char, CharCodec>(), Reader<string, StringCodec>(),
        Reader<Guid, GuidCodec>(), Reader<DateTime, DateTimeCodec>(), Reader<DateTimeOffset, DateTimeOffsetCodec>(), Reader<DateOnly, DateOnlyCodec>(),
        Reader<TimeOnly, TimeOnlyCodec>(), Reader<TimeSpan, TimeSpanCodec>(), Reader<Uri, UriCodec>(), Reader<Version, VersionCodec>(),
        Reader<JsonElement, JsonElementCodec>(), Reader<byte[], ByteArrayCodec>(), Reader<ImmutableArray<string>, ImmutableArrayCodec<string, StringCodec>>(),
        Reader<List<decimal?>, ListCodec<decimal?, NullableCodec<decimal, DecimalCodec>>>(), Reader<HashSet<string>, HashSetCodec<string, StringCodec>>(),
        Reader<SortedSet<string>, SortedSetCodec<string, StringCodec>>(), Reader<Stack<int>, StackCodec<int, Int32Codec>>(),
        Reader<Dictionary<string, int[]>, DictionaryCodec<string, int[], StringCodec, ArrayCodec<int, Int32Codec>>>(),
        Reader<SortedList<string, int>, SortedListCodec<string, int, StringCodec, Int32Codec>>(),
        Reader<(int, string), ValueTuple2Codec<int, string, Int32Codec, StringCodec>>(),
        Reader<Tuple<int, Uri>, Tuple2Codec<int, Uri, Int32Codec, UriCodec>>(),
        Reader<KeyValuePair<char, Half>, KeyValuePairCodec<char, Half, CharCodec, HalfCodec>>(),
        Reader<JsonMessage, JsonCodec<JsonMessage, JsonMessages>>(),
        Reader<JsonDocument, JsonDocumentCodec>(), Reader<JsonNode, JsonNodeCodec>(), Reader<JsonObject, JsonObjectCodec>(),
        Reader<Int128, Int128Codec>(), Reader<nuint, UIntPtrCodec>(), Reader<BigInteger, BigIntegerCodec>(), Reader<Complex, ComplexCodec>(), Reader<Vector3, Vector3Codec>(),
        Reader<Range, RangeCodec>(), Reader<Rune, RuneCodec>(), Reader<StringBuilder, StringBuilderCodec>(), Reader<BitArray, BitArrayCodec>(),
        Reader<CultureInfo, CultureInfoCodec>(), Reader<TimeZoneInfo, TimeZoneInfoCodec>(), Reader<IPAddress, IPAddressCodec>(), Reader<IPEndPoint, IPEndPointCodec>(),
        Reader<Color, ColorCodec>(), Reader<Rectangle, RectangleCodec>(), Reader<string[,], Array2Codec<string, StringCodec>>(), Reader<long[,,], Array3Codec<long, Int64Codec>>(),
        Reader<ImmutableHashSet<string>, ImmutableHashSetCodec<string, StringCodec>>(), Reader<FrozenSet<string>, FrozenSetCodec<string, StringCodec>>(),
        Reader<ConcurrentBag<string>, ConcurrentBagCodec<string, StringCodec>>(), Reader<PriorityQueue<string, string>, PriorityQueueCodec<string, string, StringCodec, StringCodec>>(),
        Reader<FrozenDictionary<string, int>, FrozenDictionaryCodec<string, int, StringCodec, Int32Codec>>(),
        Reader<ImmutableDictionary<string, int>, ImmutableDictionaryCodec<string, int, StringCodec, Int32Codec>>(),
        Reader<ConcurrentDictionary<string, int>, ConcurrentDictionaryCodec<string, int, StringCodec, Int32Codec>>(),
        Reader<OrderedDictionary<string, int>, OrderedDictionaryCodec<string, int, StringCodec, Int32Codec>>(),
        bytes => ValueComparer.Compare("v", new EncodedValue(bytes, Blobs), AnyValue.Encode(Seeds[^1], Blobs)),
        bytes => ValueComparer.Compare("v", AnyValue.Encode(Seeds[^1], Blobs), new EncodedValue(bytes, Blobs)),
        bytes => ValueComparer.Compare("v", new EncodedValue(bytes, Blobs), new EncodedValue(bytes.ToArray(), new MemoryBlobs())),
        PrintEverything,
        PrintJson,
    ];

    [Fact]
    public void Random_bytes() => Gen.Byte.Array[0, 64].Sample(bytes => ReadAll(bytes), iter: 1000);

    [Fact]
    public void Valid_bytes_with_a_few_of_them_changed() =>
        Gen.Select(Gen.Int[0, Seeds.Length - 1], Gen.Select(Gen.Int[0, 999], Gen.Byte).Array[1, 3]).Sample(
            (seed, changes) =>
            {
                var bytes = AnyValue.Encode(Seeds[seed], Blobs).Bytes.ToArray();
                foreach (var (place, value) in changes)
                    bytes[place % bytes.Length] = value;
                ReadAll(bytes);
            },
            iter: 1000);

    [Fact]
    public void Valid_bytes_cut_short()
    {
        foreach (var seed in Seeds)
        {
            var bytes = AnyValue.Encode(seed, Blobs).Bytes;
            for (var length = 0; length < bytes.Length; length++)
                ReadAll(bytes[..length]);
        }
    }

    [Fact]
    public void Bytes_after_a_value_are_refused() =>
        Assert.Throws<ValueFormatException>(() => Encoded.Read<int, Int32Codec>(new byte[] { 1, 1 }, Blobs));

    [Fact]
    public void Nesting_without_end_is_refused()
    {
        var arrays = new byte[100_000];
        Array.Fill(arrays, (byte)0x91);
        var maps = new byte[100_000];
        for (var i = 0; i < maps.Length; i++)
            maps[i] = i % 2 == 0 ? (byte)0x81 : (byte)0xa0;
        ReadAll(arrays);
        ReadAll(maps);
        arrays[^1] = 1;
        ReadAll(arrays);
        Assert.Throws<ValueFormatException>(() => Reader<JsonElement, JsonElementCodec>()(arrays));
    }

    [Fact]
    public void A_context_serves_again_after_a_value_was_refused()
    {
        var context = new ValueReadContext(Blobs);
        for (var i = 0; i < 100; i++)
            Assert.Throws<ValueFormatException>(() => ValueReading.Read<int[][], ArrayCodec<int[], ArrayCodec<int, Int32Codec>>>(new byte[] { 0x91, 0x91 }, context));
        Assert.Equal([[1]], ValueReading.Read<int[][], ArrayCodec<int[], ArrayCodec<int, Int32Codec>>>(new byte[] { 0x91, 0x91, 1 }, context));
    }

    [Fact]
    public void What_a_constructor_throws_on_a_forged_value_is_reported()
    {
        var exception = Assert.Throws<ValueFormatException>(() => Encoded.Read<int, ThrowingCodec>(new byte[] { 1 }, Blobs));
        Assert.IsType<ArgumentNullException>(exception.InnerException);
    }

    [Fact]
    public void A_message_about_a_forged_value_cannot_command_a_terminal()
    {
        var key = "\u001b[31m";
        var twice = Encoded.Raw((ref MessagePackWriter writer) =>
        {
            writer.WriteMapHeader(2);
            writer.Write(key);
            writer.Write(1);
            writer.Write(key);
            writer.Write(1);
        });
        Assert.DoesNotContain(
            Assert.Throws<ValueFormatException>(() => Reader<Dictionary<string, int>, DictionaryCodec<string, int, StringCodec, Int32Codec>>()(twice)).Message, char.IsControl);
    }

    [Fact]
    public void A_name_of_a_member_is_text_of_at_most_1024_bytes()
    {
        Assert.Equal(1024, ReadName(Encoded.Raw((ref MessagePackWriter writer) => writer.Write(new string('n', 1024)))));
        Assert.Throws<ValueFormatException>(() => ReadName(Encoded.Raw((ref MessagePackWriter writer) => writer.Write(new string('n', 1025)))));
        Assert.Throws<ValueFormatException>(() => ReadName([0xc0]));
        Assert.Throws<ValueFormatException>(() => ReadName([1]));

        static int ReadName(byte[] bytes)
        {
            var reader = new MessagePackReader(bytes);
            return ValueMembers.ReadName(ref reader).Length;
        }
    }

    private static void ReadAll(ReadOnlyMemory<byte> bytes)
    {
        foreach (var read in Readers)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            try
            {
                read(bytes);
            }
            catch (ValueFormatException exception)
            {
                Assert.DoesNotContain(exception.Message, char.IsControl);
            }

            Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 2_000_000 + (bytes.Length * 100));
        }
    }

    private static Action<ReadOnlyMemory<byte>> Reader<T, TCodec>()
        where TCodec : IValueCodec<T> =>
        bytes => Encoded.Read<T, TCodec>(bytes, Blobs);

    private static void PrintEverything(ReadOnlyMemory<byte> bytes)
    {
        Assert.DoesNotContain(ValuePrinter.Print(new EncodedValue(bytes, Blobs), 1000), char.IsControl);
        Assert.DoesNotContain(ValuePrinter.PrintIndented(new EncodedValue(bytes, Blobs), 10_000), letter => char.IsControl(letter) && letter != '\n');
    }

    private static void PrintJson(ReadOnlyMemory<byte> bytes)
    {
        using var json = new Utf8JsonWriter(new ArrayBufferWriter<byte>());
        ValueJson.Write(json, new EncodedValue(bytes, Blobs));
    }

    private static MemoryBlobs SomeBlobs()
    {
        var blobs = new MemoryBlobs();
        blobs.Store(new byte[300]);
        blobs.Store([0xff, .. new byte[300]]);
        return blobs;
    }

    private struct ThrowingCodec : IValueCodec<int>
    {
        public static void Write(ref MessagePackWriter writer, int value, ValueWriteContext context) => writer.Write(value);

        public static int Read(ref MessagePackReader reader, ValueReadContext context)
        {
            ArgumentNullException.ThrowIfNull(reader.ReadInt32() == 1 ? null : "");
            return 0;
        }
    }
}
