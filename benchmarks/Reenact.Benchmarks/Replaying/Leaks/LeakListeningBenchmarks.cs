using BenchmarkDotNet.Attributes;
using Reenact.Replaying.Leaks;

namespace Reenact.Benchmarks.Replaying.Leaks;

/// <summary>
/// What noticing leaks costs a replay that has none. It can't be switched off, so what it does is made to be done by another: the runtime's
/// events are switched on for a short replay, unless somebody has them on already. Processes are looked for only where the code has asked
/// something of the operating system since the last call; so there is a replay that does so before each call.
/// </summary>
[MemoryDiagnoser]
[Config(typeof(InProcessConfig))]
public class LeakListeningBenchmarks
{
    private const int Replays = 100;
    private const int Calls = 20_000;

    private readonly RecordedQuotes sessions = new();
    private string one = "";
    private string many = "";
    private IDisposable? listening;

    [GlobalSetup]
    public async Task RecordAsync()
    {
        one = await sessions.RecordAsync(static () => RecordedQuotes.CallAsync(1));
        many = await sessions.RecordAsync(static () => RecordedQuotes.CallAsync(Calls));
    }

    [GlobalCleanup]
    public void CleanUp() => sessions.Dispose();

    [IterationSetup(Target = nameof(ShortWhileOthersListen))]
    public void Listen() => listening = NetworkListener.Listen();

    [IterationCleanup(Target = nameof(ShortWhileOthersListen))]
    public void StopListening() => listening!.Dispose();

    [Benchmark(OperationsPerInvoke = Replays)]
    public Task ShortWhileOthersListen() => ReplayShortAsync();

    [Benchmark(OperationsPerInvoke = Replays)]
    public Task Short() => ReplayShortAsync();

    [Benchmark(OperationsPerInvoke = Calls)]
    public async Task<double> Call()
    {
        using var replay = Session.Replay(many);
        return (await replay.RunAsync(static () => RecordedQuotes.CallAsync(Calls))).Output;
    }

    [Benchmark(OperationsPerInvoke = Calls)]
    public async Task<double> CallAfterLookAtFile()
    {
        using var replay = Session.Replay(many);
        return (await replay.RunAsync(static () => RecordedQuotes.CallAsync(Calls, LookAtFile))).Output;
    }

    [Benchmark(OperationsPerInvoke = Calls)]
    public void LookAtFiles()
    {
        for (var i = 0; i < Calls; i++)
        {
            LookAtFile();
        }
    }

    private async Task ReplayShortAsync()
    {
        for (var i = 0; i < Replays; i++)
        {
            using var replay = Session.Replay(one);
            await replay.RunAsync(static () => RecordedQuotes.CallAsync(1));
        }
    }

    [Deterministic("What it finds is not looked at.")]
    private static void LookAtFile() => File.Exists(Environment.ProcessPath);
}
