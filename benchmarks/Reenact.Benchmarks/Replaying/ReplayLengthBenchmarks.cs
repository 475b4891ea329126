using BenchmarkDotNet.Attributes;

namespace Reenact.Benchmarks.Replaying;

/// <summary>Whole replays, opening included, of sessions of different lengths: each step is a call that completes later.</summary>
[MemoryDiagnoser]
[Config(typeof(InProcessConfig))]
public class ReplayLengthBenchmarks
{
    private readonly RecordedQuotes sessions = new();
    private string recording = "";

    [Params(1_000, 10_000, 100_000)]
    public int Steps { get; set; }

    [GlobalSetup]
    public async Task RecordAsync()
    {
        recording = await sessions.RecordAsync(() => RecordedQuotes.CallLaterAsync(Steps));
        Console.WriteLine($"// {Steps} steps: {new FileInfo(recording).Length} bytes; live near the end of a replay: {await LiveBytesAsync()} bytes");
    }

    [GlobalCleanup]
    public void CleanUp() => sessions.Dispose();

    [Benchmark]
    public async Task<double> Replay()
    {
        using var replay = Session.Replay(recording);
        return (await replay.RunAsync(() => RecordedQuotes.CallLaterAsync(Steps))).Output;
    }

    /// <summary>What lives at the end of the replayed code, less what lived before.</summary>
    private async Task<long> LiveBytesAsync()
    {
        var before = GC.GetTotalMemory(forceFullCollection: true);
        using var replay = Session.Replay(recording);
        var report = await replay.RunAsync(async () =>
        {
            await RecordedQuotes.CallLaterAsync(Steps);
            return LiveBytes();
        });
        return report.Output - before;
    }

    [Deterministic("It is measured beside the replayed code, and decides nothing in it.")]
    private static long LiveBytes() => GC.GetTotalMemory(forceFullCollection: true);
}
