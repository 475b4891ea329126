using BenchmarkDotNet.Attributes;
using Reenact.Format;

namespace Reenact.Benchmarks.Scheduling;

/// <summary>
/// What it costs that a session's code runs on one thread (<see cref="Reenact.Scheduling.Exact"/>): calls one after the other, which are complete when they
/// return or come later, and fan-outs. Sessions are recorded into memory.
/// </summary>
[MemoryDiagnoser]
[SimpleJob(warmupCount: 5, iterationCount: 15)]
public class SchedulingBenchmarks
{
    private const int Calls = 2_000;
    private const int Branches = 8;

    private readonly ScheduledTools tools = new();

    [Params(Reenact.Scheduling.Free, Reenact.Scheduling.Exact)]
    public Reenact.Scheduling Scheduling { get; set; }

    [Benchmark(OperationsPerInvoke = Calls)]
    public Task Synchronous() => RecordAsync(() =>
    {
        for (var i = 0; i < Calls; i++)
        {
            tools.Quote(i);
        }

        return Task.CompletedTask;
    });

    [Benchmark(OperationsPerInvoke = Calls)]
    public Task Asynchronous() => RecordAsync(async () =>
    {
        for (var i = 0; i < Calls; i++)
        {
            await tools.QuoteLaterAsync(i);
        }
    });

    [Benchmark(OperationsPerInvoke = Calls)]
    public Task FanOut() => RecordAsync(async () =>
    {
        for (var i = 0; i < Calls; i += Branches)
        {
            await Task.WhenAll(Enumerable.Range(i, Branches).Select(tools.QuoteLaterAsync));
        }
    });

    [Benchmark(OperationsPerInvoke = Calls)]
    public Task FanOutThatLeavesForTheThreadPool() => RecordAsync(async () =>
    {
        for (var i = 0; i < Calls; i += Branches)
        {
            await foreach (var done in Task.WhenEach(Enumerable.Range(i, Branches).Select(tools.QuoteLaterAsync)).ConfigureAwait(false))
            {
                await done.ConfigureAwait(false);
            }
        }
    });

    private Task RecordAsync(Func<Task> code) => Task.Run(async () =>
    {
        await using var session = Session.Record(new MemoryBlockStore(), options: new RecordOptions { Scheduling = Scheduling });
        await session.RunAsync(code);
    });
}
