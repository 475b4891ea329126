using Reenact.Events;
using Reenact.Shims;
using Reenact.Tests.Format;
using Reenact.Tests.Recorders;
using Xunit;

namespace Reenact.Tests.Replaying.Live;

public sealed class NestedSideEffectTests
{
    private readonly DeskAgent agent = new();

    [Fact]
    public async Task A_side_effect_inside_a_live_call_is_refused_also_when_the_call_swallows_that()
    {
        agent.Body = static async (self, request) => $"{await self.OuterAsync(request)} {await self.AskAsync(request)}";
        var bytes = await RecordAsync();
        agent.Search = async city =>
        {
            try
            {
                return await agent.BookAsync(city);
            }
            catch (ReplayDivergenceException)
            {
                return "swallowed";
            }
        };

        using var replay = Recorded.Replay(bytes).Live("OuterAsync");
        var divergence = (await Assert.ThrowsAsync<ReplayDivergenceException>(() => replay.RunAsync(() => agent.HandleAsync("AA1")))).Divergence;

        Assert.Equal(DivergenceKind.SideEffectsRefused, divergence.Kind);
        Assert.DoesNotContain(agent.Ran, ran => ran.StartsWith("book", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_method_that_the_recording_never_had_is_not_named_as_one_that_a_plan_could_name()
    {
        agent.Body = static async (self, request) => await self.AskAsync(request);
        var bytes = await RecordAsync();
        agent.Body = static async (self, request) => await self.AskAsync(request) + await self.BookAsync("AA1");
        using var file = new TemporaryFile();
        using (var replay = Recorded.Replay(bytes).ForkAt(3, file.Path))
        {
            var divergence = (await Assert.ThrowsAsync<ReplayDivergenceException>(() => replay.RunAsync(() => agent.HandleAsync("AA1")))).Divergence;
            Assert.Equal(DivergenceKind.SideEffectsRefused, divergence.Kind);
            Assert.Contains("the recording has no call of it", divergence.Remedy, StringComparison.Ordinal);
            Assert.DoesNotContain(".Live(", divergence.Remedy, StringComparison.Ordinal);
        }

        Assert.Throws<ArgumentException>(() => Recorded.Replay(bytes).Live("Reenact.Tests.Replaying.Live.DeskAgent.BookAsync"));
        agent.Body = static async (self, request) => await self.AskAsync(request) + await self.SearchAsync("JFK");
        using var changed = Recorded.Replay(bytes).Override("AskAsync", "something else");
        var remedy = (await Assert.ThrowsAsync<ReplayDivergenceException>(() => changed.RunAsync(() => agent.HandleAsync("AA1")))).Divergence.Remedy;
        Assert.Contains(".Live(CallKind.Tool)", remedy, StringComparison.Ordinal);
        Assert.DoesNotContain("SearchAsync", remedy, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Guards_are_asked_about_a_named_side_effect_that_runs_live()
    {
        var bytes = await RecordAsync();
        var asked = new List<string>();
        using var replay = Recorded.Replay(bytes).Live("BookAsync");
        await replay.RunAsync(async () =>
        {
            using var guard = new SideEffectGuard(asked.Add);
            return await agent.HandleAsync("AA1");
        });

        Assert.Equal("Reenact.Tests.Replaying.Live.DeskAgent.BookAsync", Assert.Single(asked));
    }

    [Fact]
    public async Task Calls_inside_a_live_call_stand_inside_it_in_a_fork()
    {
        agent.Body = static async (self, request) => $"{await self.AskAsync(request)} {await self.OuterAsync(request)}";
        var bytes = await RecordAsync();
        long first;
        using (var recording = Recorded.Open(bytes))
        {
            first = recording.ReadEvents().OfType<CallReturnedEvent>().First().Sequence;
        }

        using var file = new TemporaryFile();
        using (var replay = Recorded.Replay(bytes).ForkAt(first, file.Path))
        {
            await replay.RunAsync(() => agent.HandleAsync("AA1"));
        }

        using var fork = Reenact.Recording.Open(file.Path);
        var outer = fork.Calls.Single().Children.Single(call => call.Method.Name.EndsWith("OuterAsync", StringComparison.Ordinal));
        Assert.True(outer.Start.Live);
        Assert.Equal(2, outer.Children.Count);
        Assert.All(outer.Children, call => Assert.True(call.Start.Live && call.End is CallReturnedEvent));
    }

    private async Task<byte[]> RecordAsync()
    {
        var bytes = await Recorded.SessionAsync(async () => await agent.HandleAsync("AA1"));
        agent.Ran.Clear();
        return bytes;
    }
}
