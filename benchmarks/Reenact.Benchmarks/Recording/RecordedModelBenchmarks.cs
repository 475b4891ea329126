using System.Diagnostics;
using BenchmarkDotNet.Attributes;
using Microsoft.Extensions.AI;
using Reenact.Benchmarks.Replaying;

namespace Reenact.Benchmarks.Recorders;

/// <summary>
/// The 2,454 model calls of 200 real conversations, each with all messages so far, answered at once: recorded, traced by the middleware of
/// Microsoft.Extensions.AI with their content, and neither.
/// </summary>
[MemoryDiagnoser]
[Config(typeof(InProcessConfig))]
public class RecordedModelBenchmarks
{
    private const string Source = "Reenact.Benchmarks.Models";

    private readonly string recording = Path.Combine(Path.GetTempPath(), $"model-{Guid.NewGuid()}.reenact");
    private List<ModelCall> calls = [];
    private ActivityListener listener = new();

    [GlobalSetup]
    public async Task SetUpAsync()
    {
        calls = await ModelCalls.LoadAsync();
        listener = new ActivityListener
        {
            ShouldListenTo = static source => source.Name == Source,
            Sample = static (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
        };
        ActivitySource.AddActivityListener(listener);
    }

    [GlobalCleanup]
    public void CleanUp()
    {
        listener.Dispose();
        File.Delete(recording);
    }

    [Benchmark(OperationsPerInvoke = ModelCalls.Count)]
    public async Task<int> Unrecorded()
    {
        using var model = new RepeatingModel(calls);
        return await AskAsync(model);
    }

    [Benchmark(OperationsPerInvoke = ModelCalls.Count, Baseline = true)]
    public async Task<int> OpenTelemetry()
    {
        using var model = new RepeatingModel(calls).AsBuilder().UseOpenTelemetry(sourceName: Source, configure: client => client.EnableSensitiveData = true).Build();
        return await AskAsync(model);
    }

    /// <summary>Opening the recording, compressing and sealing it included.</summary>
    [Benchmark(OperationsPerInvoke = ModelCalls.Count)]
    public async Task<int> Record()
    {
        using var model = new RepeatingModel(calls).AsBuilder().UseReenact().Build();
        await using var session = Session.Record(recording, options: new RecordOptions { Replace = true });
        var messages = await session.RunAsync(() => AskAsync(model));
        session.Complete(Outcome.Success);
        return messages;
    }

    private async Task<int> AskAsync(IChatClient model)
    {
        var messages = 0;
        foreach (var call in calls)
        {
            messages += (await model.GetResponseAsync(call.Messages, call.Options)).Messages.Count;
        }

        return messages;
    }
}
