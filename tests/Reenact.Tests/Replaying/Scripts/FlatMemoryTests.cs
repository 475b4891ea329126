using Reenact.Tests.Format;
using Xunit;

namespace Reenact.Tests.Replaying.Scripts;

/// <summary>What a replay holds does not grow with its recording.</summary>
[Collection(nameof(MeasuredAlone))]
public sealed class FlatMemoryTests(ITestOutputHelper output)
{
    private const int Calls = 100_000;

    private readonly CountingTools tools = new();

    [Theory]
    [InlineData("calls")]
    [InlineData("completions")]
    [InlineData("branches")]
    [InlineData("agents")]
    [InlineData("one stream")]
    [InlineData("beside a call that ends last")]
    public async Task A_replay_of_100_000_calls_holds_a_few_blocks(string of)
    {
        var bytes = await LiveSetAsync(of, Calls);

        output.WriteLine($"{of}: {bytes / 1024:N0} KiB near the end of {Calls:N0} calls");
        Assert.True(bytes < 6 << 20, $"{bytes:N0} bytes live near the end of {Calls:N0} calls, {bytes / Calls} for each."); // Read whole, they take 10 to 40 MB.
    }

    /// <summary>What lives near the end of a replay, less what lived before it: what other tests have left behind can only have gone meanwhile.</summary>
    private async Task<long> LiveSetAsync(string of, int calls)
    {
        using var file = new TemporaryFile();
        await using (var session = Session.Record(file.Path))
        {
            await session.RunAsync(() => RunAsync(of, calls, _ => { }));
            session.Complete(Outcome.Success);
        }

        var before = LiveBytes();
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

        return live - before;
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
