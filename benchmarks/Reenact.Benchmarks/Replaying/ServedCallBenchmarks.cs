using BenchmarkDotNet.Attributes;

namespace Reenact.Benchmarks.Replaying;

/// <summary>
/// A call that is served beside the same call recorded into a file, and what is done before the first is served: the recording is opened
/// and walked over once.
/// </summary>
[MemoryDiagnoser]
[Config(typeof(InProcessConfig))]
public class ServedCallBenchmarks
{
    private const int Calls = 100_000;

    private readonly RecordedQuotes sessions = new();
    private string calls = "";
    private string completed = "";
    private string later = "";
    private SessionReplay? replay;

    [GlobalSetup]
    public async Task RecordAsync()
    {
        calls = await sessions.RecordAsync(static () => RecordedQuotes.CallAsync(Calls));
        completed = await sessions.RecordAsync(static () => RecordedQuotes.CallCompletedAsync(Calls));
        later = await sessions.RecordAsync(static () => RecordedQuotes.CallLaterAsync(Calls));
    }

    [GlobalCleanup]
    public void CleanUp() => sessions.Dispose();

    [IterationSetup(Target = nameof(Served))]
    public void OpenCalls() => replay = Session.Replay(calls);

    [IterationSetup(Target = nameof(ServedCompleted))]
    public void OpenCompleted() => replay = Session.Replay(completed);

    [IterationSetup(Target = nameof(ServedLater))]
    public void OpenLater() => replay = Session.Replay(later);

    [IterationCleanup(Targets = [nameof(Served), nameof(ServedCompleted), nameof(ServedLater)])]
    public void Close() => replay!.Dispose();

    [Benchmark(OperationsPerInvoke = Calls, Baseline = true)]
    public Task<string> Recorded() => sessions.RecordAsync(static () => RecordedQuotes.CallAsync(Calls));

    [Benchmark(OperationsPerInvoke = Calls)]
    public async Task<double> Served() => (await replay!.RunAsync(static () => RecordedQuotes.CallAsync(Calls))).Output;

    [Benchmark(OperationsPerInvoke = Calls)]
    public Task<string> RecordedCompleted() => sessions.RecordAsync(static () => RecordedQuotes.CallCompletedAsync(Calls));

    [Benchmark(OperationsPerInvoke = Calls)]
    public async Task<double> ServedCompleted() => (await replay!.RunAsync(static () => RecordedQuotes.CallCompletedAsync(Calls))).Output;

    [Benchmark(OperationsPerInvoke = Calls)]
    public Task<string> RecordedLater() => sessions.RecordAsync(static () => RecordedQuotes.CallLaterAsync(Calls));

    [Benchmark(OperationsPerInvoke = Calls)]
    public async Task<double> ServedLater() => (await replay!.RunAsync(static () => RecordedQuotes.CallLaterAsync(Calls))).Output;

    [Benchmark(OperationsPerInvoke = Calls)]
    public void Opened() => Session.Replay(calls).Dispose();
}
