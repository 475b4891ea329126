using Reenact.Tests.Format;
using Xunit;

namespace Reenact.Tests.Replaying.Scripts;

/// <summary>What a replay holds does not depend on how long its recording is.</summary>
[Collection(nameof(MeasuredAlone))]
public sealed class FlatMemoryTests(ITestOutputHelper output)
{
    private const int Calls = 50_000;

    private readonly CountingTools tools = new();

    [Theory]
    [InlineData("calls")]
    [InlineData("completions")]
    [InlineData("branches")]
    [InlineData("agents")]
    [InlineData("one stream")]
    [InlineData("beside a call that ends last")]
    public async Task A_replay_of_twice_as_many_calls_holds_no_more(string of)
    {
        await LiveSetAsync(of, Calls / 10); // What other tests have left behind goes meanwhile.
        var half = await LiveSetAsync(of, Calls);
        var whole = await LiveSetAsync(of, 2 * Calls);

        output.WriteLine($"{of}: {half / 1024:N0} KiB near the end of {Calls:N0} calls, {whole / 1024:N0} KiB near that of {2 * Calls:N0}");
        Assert.True(whole - half < 2 << 20, $"{whole - half:N0} bytes more near the end of twice as many calls.");
    }

    /// <summary>What lives near the end of a replay.</summary>
    private async Task<long> LiveSetAsync(string of, int calls)
    {
        using var file = new TemporaryFile();
        await using (var session = Session.Record(file.Path))
        {
            await session.RunAsync(() => RunAsync(of, calls, _ => { }));
            session.Complete(Outcome.Success);
        }

        var live = 0L;
        using (var replay = Session.Replay(file.Path))
        {
            var report = await replay.RunAsync(() => RunAsync(of, calls, done =>
            {
                if (live == 0 && done >= calls * 9 / 10)
                {
                    live = LiveBytes();
                }
            }));
            Assert.True(report.IsMatch);
        }

        return live;
    }

    /// <summary>It is no part of what the code does.</summary>
    [Deterministic("It is measured beside the replayed code, and decides nothing in it.")]
    private static long LiveBytes() => GC.GetTotalMemory(forceFullCollection: true);

    private async Task RunAsync(string of, int calls, Action<int> onProgress)
    {
        switch (of)
        {
            case "calls":
                for (var i = 0; i < calls; i++)
                {
                    tools.Double(i);
                    onProgress(i);
                }

                break;
            case "completions":
                for (var i = 0; i < calls; i++)
                {
                    await tools.DoubleLaterAsync(i);
                    onProgress(i);
                }

                break;
            case "branches":
                await Task.WhenAll(Enumerable.Range(0, 4).Select(async branch =>
                {
                    for (var i = branch; i < calls; i += 4)
                    {
                        await tools.DoubleLaterAsync(i);
                        onProgress(i);
                    }
                }));
                break;
            case "agents":
                for (var i = 0; i < calls; i += 2)
                {
                    await tools.QuadrupleAsync(i);
                    onProgress(i);
                }

                break;
            case "one stream":
                await foreach (var i in tools.CountTo(calls))
                {
                    onProgress(i);
                }

                break;
            default:
                var last = tools.DoubleLaterAsync(-1);
                for (var i = 0; i < calls; i++)
                {
                    tools.Double(i);
                    onProgress(i);
                }

                await last;
                break;
        }
    }
}

/// <summary>Tests that look at all memory of the process run by themselves.</summary>
[CollectionDefinition(nameof(MeasuredAlone), DisableParallelization = true)]
public sealed class MeasuredAlone;
