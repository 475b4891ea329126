using Reenact.Tests.Recorders;
using Xunit;

namespace Reenact.Tests.Replaying.Live;

/// <summary>A plan that names a method of which only calls that are served made calls would do nothing, and says so.</summary>
public sealed class PlanNameTests
{
    private const string Outer = "Reenact.Tests.Replaying.Live.DeskAgent.OuterAsync";

    private readonly DeskAgent agent = new() { Body = static async (self, request) => $"{await self.OuterAsync(request)} {await self.AskAsync(request)}" };

    [Theory]
    [InlineData("live")]
    [InlineData("override")]
    [InlineData("function")]
    [InlineData("failure")]
    public async Task A_name_found_only_inside_served_calls_is_an_error_that_names_the_call_around_it(string how)
    {
        var bytes = await RecordAsync();
        var plan = ReplayPlan.Empty;
        plan = how switch
        {
            "live" => plan.Live("SearchAsync"),
            "override" => plan.Override("SearchAsync", "none"),
            "function" => plan.OverrideWith<string>("SearchAsync", static call => call.RecordedResult),
            _ => plan.OverrideFailure("SearchAsync", static () => new TimeoutException()),
        };
        using var replay = Recorded.Replay(bytes);

        var error = Assert.Throws<ArgumentException>(() => replay.With(plan));

        Assert.StartsWith($"Reenact.Tests.Replaying.Live.DeskAgent.SearchAsync was only called inside {Outer} (event ", error.Message, StringComparison.Ordinal);
        Assert.Contains($"Name \"{Outer}\" instead", error.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => Recorded.Replay(bytes, new ReplayOptions { Plan = plan }));
        Assert.True((await replay.RunAsync(() => agent.HandleAsync("AA1"))).IsMatch);
    }

    [Fact]
    public async Task The_outermost_served_call_is_named()
    {
        agent.Search = city => agent.AskAsync($"flights from {city}");
        agent.Body = static (self, request) => self.OuterAsync(request);
        using var replay = Recorded.Replay(await RecordAsync());

        Assert.Contains($"inside {Outer} ", Assert.Throws<ArgumentException>(() => replay.Live("AskAsync")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_name_that_replayed_code_calls_too_is_none()
    {
        agent.Body = static async (self, request) => $"{await self.OuterAsync(request)} {await self.SearchAsync(request)}";
        using var replay = Recorded.Replay(await RecordAsync()).Override("SearchAsync", "none");

        Assert.EndsWith(" none", (await replay.RunAsync(() => agent.HandleAsync("AA1"))).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_the_plan_runs_the_call_around_it_or_may_lead_to_it_the_name_is_taken()
    {
        agent.Search = city => agent.BookAsync(city);
        var bytes = await RecordAsync();

        using (var replay = Recorded.Replay(bytes).Live("OuterAsync").Live("BookAsync"))
        {
            await replay.RunAsync(() => agent.HandleAsync("AA1"));
            Assert.Equal(2, agent.Ran.Count(ran => ran.StartsWith("book", StringComparison.Ordinal)));
        }

        foreach (var plan in (ReplayPlan[])[ReplayPlan.Empty.Compare(), ReplayPlan.Empty.Live(CallKind.Model), ReplayPlan.Empty.ForkAt(2, "fork.reenact"), ReplayPlan.Empty.Override("AskAsync", "")])
        {
            using var replay = Recorded.Replay(bytes, new ReplayOptions { Plan = plan.Live("BookAsync") });
            Assert.Single(replay.Plan.LiveMethods);
        }
    }

    private async Task<byte[]> RecordAsync()
    {
        var bytes = await Recorded.SessionAsync(async () => await agent.HandleAsync("AA1"));
        agent.Ran.Clear();
        return bytes;
    }
}
