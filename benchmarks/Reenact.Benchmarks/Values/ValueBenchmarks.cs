using System.Buffers;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Configs;
using MessagePack;
using Reenact.Generated;
using Reenact.Shims;

namespace Reenact.Benchmarks.Values;

/// <summary>
/// Values written and read by emitted codecs, by hand (the same bytes), and by System.Text.Json's source-generated serializer.
/// </summary>
[MemoryDiagnoser]
[GroupBenchmarksBy(BenchmarkLogicalGroupRule.ByCategory)]
[CategoriesColumn]
public class ValueBenchmarks
{
    private const string WriteOrder = "Write a DTO of 20";
    private const string ReadOrder = "Read a DTO of 20";
    private const string WriteNumbers = "Write 1,000 ints";
    private const string ReadNumbers = "Read 1,000 ints";
    private const string WriteWords = "Write 1,000 strings";
    private const string ReadWords = "Read 1,000 strings";
    private const string WriteLines = "Write 1,000 small DTOs";
    private const string ReadLines = "Read 1,000 small DTOs";

    private static readonly List<int> Numbers = [.. Enumerable.Range(0, 1_000).Select(static i => (i * 7919) % 100_000)];
    private static readonly List<string> Words = [.. Enumerable.Range(0, 1_000).Select(static i => $"word number {i * 37}")];
    private static readonly List<Line> Lines = [.. Enumerable.Range(0, 1_000).Select(static i => new Line(i, $"product {i}", i * 1.25, i % 3 == 0))];

    private readonly ArrayBufferWriter<byte> buffer = new(1 << 20);
    private readonly ValueWriteContext writing = new(new NoBlobs());
    private readonly ValueReadContext reading = new(new NoBlobs());
    private readonly Utf8JsonWriter json;
    private readonly byte[] order;
    private readonly byte[] numbers;
    private readonly byte[] words;
    private readonly byte[] lines;
    private readonly byte[] orderJson = JsonSerializer.SerializeToUtf8Bytes(Order.Sample, ValuesJson.Default.Order);
    private readonly byte[] numbersJson = JsonSerializer.SerializeToUtf8Bytes(Numbers, ValuesJson.Default.ListInt32);
    private readonly byte[] wordsJson = JsonSerializer.SerializeToUtf8Bytes(Words, ValuesJson.Default.ListString);
    private readonly byte[] linesJson = JsonSerializer.SerializeToUtf8Bytes(Lines, ValuesJson.Default.ListLine);

    private delegate void ByHand<T>(ref MessagePackWriter writer, T value);

    public ValueBenchmarks()
    {
        json = new Utf8JsonWriter(buffer);
        order = Both<Order, Reenact_Benchmarks_Values_OrderCodec>(Order.Sample, HandWritten.Write);
        numbers = Both<List<int>, ListCodec<int, Int32Codec>>(Numbers, HandWritten.Write);
        words = Both<List<string>, ListCodec<string, StringCodec>>(Words, HandWritten.Write);
        lines = Both<List<Line>, ListCodec<Line, Reenact_Benchmarks_Values_LineCodec>>(Lines, HandWritten.Write);
    }

    [Benchmark(Baseline = true), BenchmarkCategory(WriteOrder)]
    public int WriteOrderByHand() => Write(Order.Sample, HandWritten.Write);

    [Benchmark, BenchmarkCategory(WriteOrder)]
    public int WriteOrderEmitted() => Write<Order, Reenact_Benchmarks_Values_OrderCodec>(Order.Sample);

    [Benchmark, BenchmarkCategory(WriteOrder)]
    public int WriteOrderJson() => WriteJson(Order.Sample, ValuesJson.Default.Order);

    [Benchmark(Baseline = true), BenchmarkCategory(ReadOrder)]
    public Order ReadOrderByHand()
    {
        var reader = new MessagePackReader(order);
        return HandWritten.ReadOrder(ref reader);
    }

    [Benchmark, BenchmarkCategory(ReadOrder)]
    public Order ReadOrderEmitted() => Read<Order, Reenact_Benchmarks_Values_OrderCodec>(order);

    [Benchmark, BenchmarkCategory(ReadOrder)]
    public Order ReadOrderJson() => JsonSerializer.Deserialize(orderJson, ValuesJson.Default.Order)!;

    [Benchmark(Baseline = true), BenchmarkCategory(WriteNumbers)]
    public int WriteNumbersByHand() => Write(Numbers, HandWritten.Write);

    [Benchmark, BenchmarkCategory(WriteNumbers)]
    public int WriteNumbersEmitted() => Write<List<int>, ListCodec<int, Int32Codec>>(Numbers);

    [Benchmark, BenchmarkCategory(WriteNumbers)]
    public int WriteNumbersJson() => WriteJson(Numbers, ValuesJson.Default.ListInt32);

    [Benchmark(Baseline = true), BenchmarkCategory(ReadNumbers)]
    public List<int> ReadNumbersByHand()
    {
        var reader = new MessagePackReader(numbers);
        return HandWritten.ReadNumbers(ref reader);
    }

    [Benchmark, BenchmarkCategory(ReadNumbers)]
    public List<int> ReadNumbersEmitted() => Read<List<int>, ListCodec<int, Int32Codec>>(numbers);

    [Benchmark, BenchmarkCategory(ReadNumbers)]
    public List<int> ReadNumbersJson() => JsonSerializer.Deserialize(numbersJson, ValuesJson.Default.ListInt32)!;

    [Benchmark(Baseline = true), BenchmarkCategory(WriteWords)]
    public int WriteWordsByHand() => Write(Words, HandWritten.Write);

    [Benchmark, BenchmarkCategory(WriteWords)]
    public int WriteWordsEmitted() => Write<List<string>, ListCodec<string, StringCodec>>(Words);

    [Benchmark, BenchmarkCategory(WriteWords)]
    public int WriteWordsJson() => WriteJson(Words, ValuesJson.Default.ListString);

    [Benchmark(Baseline = true), BenchmarkCategory(ReadWords)]
    public List<string> ReadWordsByHand()
    {
        var reader = new MessagePackReader(words);
        return HandWritten.ReadWords(ref reader);
    }

    [Benchmark, BenchmarkCategory(ReadWords)]
    public List<string> ReadWordsEmitted() => Read<List<string>, ListCodec<string, StringCodec>>(words);

    [Benchmark, BenchmarkCategory(ReadWords)]
    public List<string> ReadWordsJson() => JsonSerializer.Deserialize(wordsJson, ValuesJson.Default.ListString)!;

    [Benchmark(Baseline = true), BenchmarkCategory(WriteLines)]
    public int WriteLinesByHand() => Write(Lines, HandWritten.Write);

    [Benchmark, BenchmarkCategory(WriteLines)]
    public int WriteLinesEmitted() => Write<List<Line>, ListCodec<Line, Reenact_Benchmarks_Values_LineCodec>>(Lines);

    [Benchmark, BenchmarkCategory(WriteLines)]
    public int WriteLinesJson() => WriteJson(Lines, ValuesJson.Default.ListLine);

    [Benchmark(Baseline = true), BenchmarkCategory(ReadLines)]
    public List<Line> ReadLinesByHand()
    {
        var reader = new MessagePackReader(lines);
        return HandWritten.ReadLines(ref reader);
    }

    [Benchmark, BenchmarkCategory(ReadLines)]
    public List<Line> ReadLinesEmitted() => Read<List<Line>, ListCodec<Line, Reenact_Benchmarks_Values_LineCodec>>(lines);

    [Benchmark, BenchmarkCategory(ReadLines)]
    public List<Line> ReadLinesJson() => JsonSerializer.Deserialize(linesJson, ValuesJson.Default.ListLine)!;

    private int Write<T>(T value, ByHand<T> write)
    {
        buffer.ResetWrittenCount();
        var writer = new MessagePackWriter(buffer);
        write(ref writer, value);
        writer.Flush();
        return buffer.WrittenCount;
    }

    private int Write<T, TCodec>(T value)
        where TCodec : IValueCodec<T>
    {
        buffer.ResetWrittenCount();
        var writer = new MessagePackWriter(buffer);
        TCodec.Write(ref writer, value, writing);
        writer.Flush();
        return buffer.WrittenCount;
    }

    private T Read<T, TCodec>(byte[] bytes)
        where TCodec : IValueCodec<T>
    {
        var reader = new MessagePackReader(bytes);
        return TCodec.Read(ref reader, reading);
    }

    private int WriteJson<T>(T value, JsonTypeInfo<T> type)
    {
        buffer.ResetWrittenCount();
        json.Reset();
        JsonSerializer.Serialize(json, value, type);
        json.Flush();
        return buffer.WrittenCount;
    }

    /// <summary>The bytes of a value, which are the same by hand and by codec.</summary>
    private byte[] Both<T, TCodec>(T value, ByHand<T> write)
        where TCodec : IValueCodec<T>
    {
        var byHand = Written(Write(value, write)).ToArray();
        return Written(Write<T, TCodec>(value)).SequenceEqual(byHand)
            ? byHand
            : throw new InvalidOperationException($"{typeof(T)} is written differently by hand.");
    }

    private ReadOnlySpan<byte> Written(int length) => buffer.WrittenSpan[..length];
}
