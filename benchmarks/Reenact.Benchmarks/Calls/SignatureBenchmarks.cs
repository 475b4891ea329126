using System.Buffers;
using System.Runtime.InteropServices;
using System.Text.Json;
using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Configs;
using MessagePack;
using Reenact.Benchmarks.Values;

namespace Reenact.Benchmarks.Calls;

/// <summary>
/// A whole call by kind of signature: recorded into a file, written by hand into memory (the same values, the same two
/// events), and with its values alone serialized by System.Text.Json. Every row has a session's file of its own for each iteration, so that
/// all rows are one job.
/// </summary>
[MemoryDiagnoser]
[SimpleJob(warmupCount: 30, iterationCount: 15, invocationCount: 1)]
[GroupBenchmarksBy(BenchmarkLogicalGroupRule.ByCategory)]
[CategoriesColumn]
public class SignatureBenchmarks
{
    private const int Calls = 2_000;
    private const int WarmUpRounds = 25;
    private const string City = "Lisbon";
    private const string Sync = "(string, int) → double";
    private const string Completed = "→ Task<double>, completed";
    private const string Later = "→ Task<double>, later";
    private const string Dto = "(DTO of 20) → DTO of 20";
    private const string Thousand = "(1,000 ints) → int";
    private const string Span = "(span of 1,000 ints) → int";
    private const string Stream = "stream item";

    private static readonly List<int> Numbers = [.. Enumerable.Range(0, 1_000).Select(static i => (i * 7919) % 100_000)];

    private readonly SignatureTools tools = new();
    private readonly HandWrittenCall byHand = new();
    private readonly ArrayBufferWriter<byte> buffer = new(1 << 20);
    private readonly Utf8JsonWriter json;
    private SessionRecorder? session;
    private string file = "";

    public SignatureBenchmarks() => json = new Utf8JsonWriter(buffer);

    /// <summary>An iteration is one invocation, too short for the JIT to come to its best code in the iterations alone.</summary>
    [GlobalSetup]
    public async Task WarmUp()
    {
        for (var round = 0; round < WarmUpRounds; round++)
        {
            Open();
            SyncByHand();
            SyncRecorded();
            await CompletedByHand();
            await CompletedRecorded();
            await LaterByHand();
            await LaterRecorded();
            DtoByHand();
            DtoRecorded();
            DtoJson();
            ThousandByHand();
            ThousandRecorded();
            ThousandJson();
            SpanByHand();
            SpanRecorded();
            await StreamByHand();
            await StreamRecorded();
            Close();
        }
    }

    [IterationSetup]
    public void Open()
    {
        file = Path.Combine(Path.GetTempPath(), $"signature-{Guid.NewGuid()}.reenact");
        session = Session.Record(file, new SessionInfo { Agent = "benchmark" });
    }

    [IterationCleanup]
    public void Close()
    {
        session!.Complete(Outcome.Success);
        session.DisposeAsync().AsTask().Wait();
        File.Delete(file);
    }

    [Benchmark(Baseline = true, OperationsPerInvoke = Calls), BenchmarkCategory(Sync)]
    public void SyncByHand()
    {
        for (var i = 0; i < Calls; i++)
            byHand.Run((tools, i), WriteQuote, static call => call.tools.SyncCore(City, call.i), WriteDouble);
    }

    [Benchmark(OperationsPerInvoke = Calls), BenchmarkCategory(Sync)]
    public void SyncRecorded()
    {
        for (var i = 0; i < Calls; i++)
            tools.Sync(City, i);
    }

    [Benchmark(Baseline = true, OperationsPerInvoke = Calls), BenchmarkCategory(Completed)]
    public async Task CompletedByHand()
    {
        for (var i = 0; i < Calls; i++)
            await byHand.RunAsync((tools, i), WriteQuote, static call => call.tools.CompletedCoreAsync(City, call.i), WriteDouble);
    }

    [Benchmark(OperationsPerInvoke = Calls), BenchmarkCategory(Completed)]
    public async Task CompletedRecorded()
    {
        for (var i = 0; i < Calls; i++)
            await tools.CompletedAsync(City, i);
    }

    [Benchmark(Baseline = true, OperationsPerInvoke = Calls), BenchmarkCategory(Later)]
    public async Task LaterByHand()
    {
        for (var i = 0; i < Calls; i++)
            await byHand.RunAsync((tools, i), WriteQuote, static call => call.tools.LaterCoreAsync(City, call.i), WriteDouble);
    }

    [Benchmark(OperationsPerInvoke = Calls), BenchmarkCategory(Later)]
    public async Task LaterRecorded()
    {
        for (var i = 0; i < Calls; i++)
            await tools.LaterAsync(City, i);
    }

    [Benchmark(Baseline = true, OperationsPerInvoke = Calls), BenchmarkCategory(Dto)]
    public void DtoByHand()
    {
        for (var i = 0; i < Calls; i++)
            byHand.Run((tools, order: Order.Sample), WriteOrderArgument, static call => call.tools.ReorderCore(call.order), HandWritten.Write);
    }

    [Benchmark(OperationsPerInvoke = Calls), BenchmarkCategory(Dto)]
    public void DtoRecorded()
    {
        for (var i = 0; i < Calls; i++)
            tools.Reorder(Order.Sample);
    }

    [Benchmark(OperationsPerInvoke = Calls), BenchmarkCategory(Dto)]
    public void DtoJson()
    {
        for (var i = 0; i < Calls; i++)
        {
            BeginJson();
            JsonSerializer.Serialize(json, Order.Sample, ValuesJson.Default.Order);
            json.Reset();
            JsonSerializer.Serialize(json, tools.ReorderCore(Order.Sample), ValuesJson.Default.Order);
        }
    }

    [Benchmark(Baseline = true, OperationsPerInvoke = Calls), BenchmarkCategory(Thousand)]
    public void ThousandByHand()
    {
        for (var i = 0; i < Calls; i++)
            byHand.Run((tools, numbers: Numbers), WriteNumbersArgument, static call => call.tools.CountCore(call.numbers), WriteInt);
    }

    [Benchmark(OperationsPerInvoke = Calls), BenchmarkCategory(Thousand)]
    public void ThousandRecorded()
    {
        for (var i = 0; i < Calls; i++)
            tools.Count(Numbers);
    }

    [Benchmark(OperationsPerInvoke = Calls), BenchmarkCategory(Thousand)]
    public void ThousandJson()
    {
        for (var i = 0; i < Calls; i++)
        {
            BeginJson();
            JsonSerializer.Serialize(json, Numbers, ValuesJson.Default.ListInt32);
            tools.CountCore(Numbers);
        }
    }

    [Benchmark(Baseline = true, OperationsPerInvoke = Calls), BenchmarkCategory(Span)]
    public void SpanByHand()
    {
        for (var i = 0; i < Calls; i++)
            byHand.Run((tools, numbers: Numbers), WriteNumbersArgument, static call => call.tools.CountSpanCore(CollectionsMarshal.AsSpan(call.numbers)), WriteInt);
    }

    [Benchmark(OperationsPerInvoke = Calls), BenchmarkCategory(Span)]
    public void SpanRecorded()
    {
        for (var i = 0; i < Calls; i++)
            tools.CountSpan(CollectionsMarshal.AsSpan(Numbers));
    }

    [Benchmark(Baseline = true, OperationsPerInvoke = Calls), BenchmarkCategory(Stream)]
    public async Task StreamByHand()
    {
        await foreach (var item in tools.StreamCoreAsync(Calls))
            byHand.Item(item);
    }

    [Benchmark(OperationsPerInvoke = Calls), BenchmarkCategory(Stream)]
    public async Task StreamRecorded()
    {
        await foreach (var item in tools.StreamAsync(Calls))
            _ = item;
    }

    private void BeginJson()
    {
        buffer.ResetWrittenCount();
        json.Reset();
    }

    private static void WriteQuote(ref MessagePackWriter writer, (SignatureTools Tools, int Nights) call)
    {
        writer.WriteArrayHeader(2);
        writer.Write(City);
        writer.Write(call.Nights);
    }

    private static void WriteOrderArgument(ref MessagePackWriter writer, (SignatureTools Tools, Order Order) call)
    {
        writer.WriteArrayHeader(1);
        HandWritten.Write(ref writer, call.Order);
    }

    private static void WriteNumbersArgument(ref MessagePackWriter writer, (SignatureTools Tools, List<int> Numbers) call)
    {
        writer.WriteArrayHeader(1);
        HandWritten.Write(ref writer, call.Numbers);
    }

    private static void WriteDouble(ref MessagePackWriter writer, double value) => writer.Write(value);

    private static void WriteInt(ref MessagePackWriter writer, int value) => writer.Write(value);
}
