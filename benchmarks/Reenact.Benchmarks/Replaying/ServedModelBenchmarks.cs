using BenchmarkDotNet.Attributes;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Caching.Distributed;
using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.Options;

namespace Reenact.Benchmarks.Replaying;

/// <summary>
/// The 2,454 model calls of 200 real conversations (the folder named by REENACT_DATA), served: by a replay, and by the cache of
/// Microsoft.Extensions.AI over memory.
/// </summary>
[MemoryDiagnoser]
[Config(typeof(InProcessConfig))]
public class ServedModelBenchmarks
{
    private readonly string recording = Path.Combine(Path.GetTempPath(), $"model-{Guid.NewGuid()}.reenact");
    private List<ModelCall> calls = [];
    private IChatClient cached = null!;

    [GlobalSetup]
    public async Task SetUpAsync()
    {
        calls = await ModelCalls.LoadAsync();
        using var recorded = new RepeatingModel(calls).AsBuilder().UseReenact().Build();
        await using (var session = Session.Record(recording))
        {
            await session.RunAsync(() => AskAsync(recorded));
            session.Complete(Outcome.Success);
        }

        var cache = new MemoryDistributedCache(Options.Create(new MemoryDistributedCacheOptions { SizeLimit = 1L << 32 }));
        cached = new RepeatingModel(calls).AsBuilder().UseDistributedCache(cache).Build();
        await AskAsync(cached);
    }

    [GlobalCleanup]
    public void CleanUp() => File.Delete(recording);

    [Benchmark(OperationsPerInvoke = ModelCalls.Count, Baseline = true)]
    public Task<int> DistributedCache() => AskAsync(cached);

    /// <summary>Opening included.</summary>
    [Benchmark(OperationsPerInvoke = ModelCalls.Count)]
    public async Task<int> Replay()
    {
        using var model = new OfflineChatClient().AsBuilder().UseReenact().Build();
        using var replay = Session.Replay(recording);
        return (await replay.RunAsync(() => AskAsync(model))).Output;
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
