using Reenact.Tests.Recorders;
using Xunit;

namespace Reenact.Tests.Replaying;

/// <summary>Whatever code does about a divergence, RunAsync throws the first, with what the code threw inside.</summary>
public sealed class StickyDivergenceTests
{
    private readonly FlightAgent agent = new();

    public static TheoryData<string> Ways => [.. Swallowing.Keys];

    private static Dictionary<string, Func<FlightAgent, Task>> Swallowing { get; } = new()
    {
        ["catch all"] = async agent =>
        {
            try
            {
                await agent.SearchAsync("BOS", 1);
            }
            catch
            {
            }
        },
        ["a default instead"] = async agent => await OrNothingAsync(() => agent.SearchAsync("BOS", 1)),
        ["a filter"] = async agent =>
        {
            try
            {
                await agent.SearchAsync("BOS", 1);
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
            }
        },
        ["several at once"] = agent => OrNothingAsync(async () =>
        {
            await Task.WhenAll(agent.SearchAsync("BOS", 1), agent.SearchAsync("BOS", 2), Task.FromException(new NotSupportedException()));
            return "";
        }),
        ["a finally that throws"] = async agent =>
        {
            try
            {
                await agent.SearchAsync("BOS", 1);
            }
            finally
            {
                throw new NotSupportedException("from finally");
            }
        },
        ["another exception"] = async agent =>
        {
            try
            {
                await agent.SearchAsync("BOS", 1);
            }
            catch (Exception exception)
            {
                throw new NotSupportedException("own", exception);
            }
        },
        ["nobody awaits it"] = async agent =>
        {
            _ = agent.SearchAsync("BOS", 1).ContinueWith(_ => { }, TaskScheduler.Default);
            await Task.Yield();
        },
        ["async void"] = async agent =>
        {
            Run();
            await Task.Yield();

            async void Run()
            {
                await Task.Yield();
                await agent.SearchAsync("BOS", 1);
            }
        },
        ["on another thread"] = agent => Task.Run(() => OrNothingAsync(() => agent.SearchAsync("BOS", 1))),
        ["fire and forget"] = async agent =>
        {
            _ = Task.Run(() => OrNothingAsync(() => agent.SearchAsync("BOS", 1)));
            await Task.Delay(50);
        },
        ["inside an agent"] = async agent =>
        {
            agent.Body = async (self, request) => await OrNothingAsync(() => self.SearchAsync("BOS", 1)) ?? request;
            await OrNothingAsync(() => agent.HandleAsync("x"));
        },
    };

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task The_first_divergence_is_thrown_at_the_end(string way)
    {
        var isAgent = way == "inside an agent";
        agent.Body = async (self, request) => await self.SearchAsync("JFK", 1);
        var bytes = await Recorded.SessionAsync(() => isAgent ? agent.HandleAsync("x") : agent.SearchAsync("JFK", 1));
        using var replay = Recorded.Replay(bytes);

        var exception = await Assert.ThrowsAsync<ReplayDivergenceException>(() => replay.RunAsync(() => Swallowing[way](agent)));

        Assert.Equal((DivergenceKind.ArgumentsDiffer, "from"), (exception.Divergence.Kind, exception.Divergence.Path));
        Assert.Equal(exception.Divergence, Assert.Single(replay.Report.Divergences));
        if (way is "a finally that throws" or "another exception")
        {
            Assert.IsType<NotSupportedException>(exception.InnerException);
        }
    }

    private static async Task<string?> OrNothingAsync(Func<Task<string>> call)
    {
        try
        {
            return await call();
        }
        catch (Exception)
        {
            return default;
        }
    }
}
