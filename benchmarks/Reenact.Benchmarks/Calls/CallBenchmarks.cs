using BenchmarkDotNet.Attributes;

namespace Reenact.Benchmarks.Calls;

/// <summary>
/// One recorded tool call beside what else it could be: nothing, the bytes alone, a trace span, a reflective recorder. Each
/// recording benchmark writes to a file; a session's share of calls is small enough that its background writer keeps up.
/// </summary>
[MemoryDiagnoser]
[SimpleJob(warmupCount: 30, iterationCount: 20)]
public class CallBenchmarks
{
    private const int Calls = 20_000;
    private const string City = "Lisbon";

    private readonly QuoteTools tools = new();
    private readonly MessagePackFloor floor = new(Calls);
    private readonly TracedCall traced = new();
    private readonly IQuote proxied = ProxyRecorder.Wrap(new QuoteTools());
    private SessionRecorder? session;

    [GlobalSetup(Target = nameof(SessionElsewhere))]
    public void OpenElsewhere() => Task.Run(() => session = Open()).Wait();

    [GlobalCleanup(Target = nameof(SessionElsewhere))]
    public void CloseElsewhere() => Close();

    [IterationSetup(Targets = [nameof(Recorded), nameof(RecordedLeaf), nameof(RecordedAsyncCompleted), nameof(RecordedAsyncLater)])]
    public void OpenHere() => session = Open();

    [IterationCleanup(Targets = [nameof(Recorded), nameof(RecordedLeaf), nameof(RecordedAsyncCompleted), nameof(RecordedAsyncLater)])]
    public void CloseHere() => Close();

    [Benchmark(OperationsPerInvoke = Calls)]
    public double Plain() => Sum(tools, static (tools, i) => tools.QuoteCore(City, i));

    [Benchmark(OperationsPerInvoke = Calls)]
    public double NoSession() => Sum(tools, static (tools, i) => tools.Quote(City, i));

    [Benchmark(OperationsPerInvoke = Calls)]
    public double SessionElsewhere() => Sum(tools, static (tools, i) => tools.Quote(City, i));

    [Benchmark(OperationsPerInvoke = Calls, Baseline = true)]
    public double Floor() => Sum(floor, static (floor, i) => floor.Call(City, i));

    [Benchmark(OperationsPerInvoke = Calls)]
    public double Recorded() => Sum(tools, static (tools, i) => tools.Quote(City, i));

    [Benchmark(OperationsPerInvoke = Calls)]
    public double RecordedLeaf() => Sum(tools, static (tools, i) => tools.QuoteLeaf(City, i));

    [Benchmark(OperationsPerInvoke = Calls)]
    public double Activity() => Sum(traced, static (traced, i) => traced.Call(City, i));

    [Benchmark(OperationsPerInvoke = Calls)]
    public double DispatchProxy() => Sum(proxied, static (proxied, i) => proxied.Quote(City, i));

    [Benchmark(OperationsPerInvoke = Calls)]
    public async Task<double> PlainAsyncCompleted()
    {
        var sum = 0.0;
        for (var i = 0; i < Calls; i++)
        {
            sum += await tools.QuoteCoreAsync(City, i);
        }

        return sum;
    }

    [Benchmark(OperationsPerInvoke = Calls)]
    public async Task<double> RecordedAsyncCompleted()
    {
        var sum = 0.0;
        for (var i = 0; i < Calls; i++)
        {
            sum += await tools.QuoteAsync(City, i);
        }

        return sum;
    }

    [Benchmark(OperationsPerInvoke = Calls)]
    public async Task<double> PlainAsyncLater()
    {
        var sum = 0.0;
        for (var i = 0; i < Calls; i++)
        {
            sum += await tools.QuoteLaterCoreAsync(City, i);
        }

        return sum;
    }

    [Benchmark(OperationsPerInvoke = Calls)]
    public async Task<double> RecordedAsyncLater()
    {
        var sum = 0.0;
        for (var i = 0; i < Calls; i++)
        {
            sum += await tools.QuoteLaterAsync(City, i);
        }

        return sum;
    }

    private static double Sum<T>(T target, Func<T, int, double> call)
    {
        var sum = 0.0;
        for (var i = 0; i < Calls; i++)
        {
            sum += call(target, i);
        }

        return sum;
    }

    private static SessionRecorder Open() =>
        Session.Record(Path.Combine(Path.GetTempPath(), $"call-{Guid.NewGuid()}.reenact"), new SessionInfo { Agent = "benchmark" });

    private void Close()
    {
        session!.Complete(Outcome.Success);
        session.DisposeAsync().AsTask().Wait();
        foreach (var file in Directory.EnumerateFiles(Path.GetTempPath(), "call-*.reenact"))
        {
            File.Delete(file);
        }
    }
}
