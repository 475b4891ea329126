using System.Diagnostics;
using BenchmarkDotNet.Attributes;
using Temporalio.Common;
using Temporalio.Worker;

namespace Reenact.Benchmarks.Replaying.Workflows;

/// <summary>
/// Whole replays of calls that complete later, one after the other, beside the same steps as activities of a durable workflow, replayed by
/// Temporal's <see cref="WorkflowReplayer"/> from a history in memory.
/// </summary>
[MemoryDiagnoser]
[Config(typeof(InProcessConfig))]
public class WorkflowReplayBenchmarks
{
    private const int Steps = 1_000;
    private const int MeasuredReplays = 5;

    private readonly RecordedQuotes sessions = new();
    private readonly WorkflowReplayer replayer = new(new WorkflowReplayerOptions().AddWorkflow<QuoteWorkflow>());
    private WorkflowHistory history = null!;
    private string recording = "";
    private double sum;

    [GlobalSetup]
    public async Task RecordAsync()
    {
        recording = await sessions.RecordAsync(async () => sum = await RecordedQuotes.CallLaterAsync(Steps));
        history = QuoteHistory.Of([.. Enumerable.Range(0, Steps).Select(i => RecordedQuotes.Tools.QuoteCore(RecordedQuotes.City, i))]);
        await PrintProcessorTimeAsync(nameof(Temporal), Temporal);
        await PrintProcessorTimeAsync(nameof(Reenact), Reenact);
    }

    [GlobalCleanup]
    public void CleanUp() => sessions.Dispose();

    [Benchmark(OperationsPerInvoke = Steps, Baseline = true)]
    public async Task<double> Temporal()
    {
        await replayer.ReplayWorkflowAsync(history);
        return Checked(QuoteWorkflow.LastSum);
    }

    [Benchmark(OperationsPerInvoke = Steps)]
    public async Task<double> Reenact()
    {
        using var replay = Session.Replay(recording);
        return Checked((await replay.RunAsync(static () => RecordedQuotes.CallLaterAsync(Steps))).Output);
    }

    private double Checked(double replayed) => replayed == sum ? replayed : throw new InvalidOperationException($"The replay came to {replayed} instead of {sum}.");

    /// <summary>On a busy machine the clock says more of what else runs: what is handed from thread to thread waits longer.</summary>
    private static async Task PrintProcessorTimeAsync(string name, Func<Task<double>> replay)
    {
        await replay();
        await replay();
        var before = Process.GetCurrentProcess().TotalProcessorTime;
        for (var i = 0; i < MeasuredReplays; i++)
        {
            await replay();
        }

        var time = Process.GetCurrentProcess().TotalProcessorTime - before;
        Console.WriteLine($"// {name}: {time.TotalMicroseconds / (MeasuredReplays * Steps):0.0} µs of processor time a step");
    }
}
