using BenchmarkDotNet.Attributes;

namespace Reenact.Benchmarks.Calls;

/// <summary>
/// A recorded call in a session that goes on, by what is promised of it: handed over in time, or kept where it outlives the process as
/// soon as it returns.
/// </summary>
[MemoryDiagnoser]
[SimpleJob(warmupCount: 30, iterationCount: 20)]
public class DurabilityBenchmarks
{
    private const int Calls = 2_000;
    private const string City = "Lisbon";

    private readonly QuoteTools tools = new();
    private SessionRecorder? session;
    private string path = "";

    [Params(Durability.Buffered, Durability.EveryEvent)]
    public Durability Level { get; set; }

    [GlobalSetup]
    public void Open()
    {
        path = Path.Combine(Path.GetTempPath(), $"durability-{Guid.NewGuid()}.reenact");
        session = Session.Record(path, options: new RecordOptions { Durability = Level });
    }

    /// <summary>What was recorded is written, so that no round pays for the one before.</summary>
    [IterationCleanup]
    public void Flush() => session!.FlushAsync().Wait();

    [GlobalCleanup]
    public void Close()
    {
        session!.DisposeAsync().AsTask().Wait();
        File.Delete(path);
    }

    [Benchmark(OperationsPerInvoke = Calls)]
    public double Recorded()
    {
        var sum = 0.0;
        for (var i = 0; i < Calls; i++)
            sum += tools.Quote(City, i);
        return sum;
    }

    [Benchmark(OperationsPerInvoke = Calls)]
    public double RecordedLeaf()
    {
        var sum = 0.0;
        for (var i = 0; i < Calls; i++)
            sum += tools.QuoteLeaf(City, i);
        return sum;
    }
}
