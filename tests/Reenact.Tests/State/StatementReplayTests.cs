using Reenact.Events;
using Reenact.Tests.Recorders;
using Reenact.Tests.Replaying;
using Xunit;

namespace Reenact.Tests.States;

/// <summary>Snapshots and decisions of replayed code, compared with the recorded ones.</summary>
public sealed class StatementReplayTests
{
    private readonly FlightAgent agent = new() { Body = HandleAsync };

    private static int extra;

    [Fact]
    public async Task The_same_states_and_decisions_match()
    {
        var report = await ReplayAsync(_ => { });

        Assert.True(report.IsMatch);
        Assert.Equal(
            [("route", "\"JFK for 1\"", "\"JFK for 1\"", true), ("hotel", "\"none\"", "\"none\"", true)],
            report.Decisions.Select(decision => (decision.Name, decision.Then, decision.Now, decision.IsEqual)));
        Assert.Contains("decisions: 2 of 2 as recorded", report.ToString(), StringComparison.Ordinal);
        Assert.Contains("\"decisions\"", report.ToJson(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_state_that_differs_is_told_with_its_path()
    {
        var report = await ReplayAsync(agent => agent.Body = (self, request) => HandleAsync(self, request, quantity: 2));

        Assert.Equal(2, report.Divergences.Count); // Both snapshots have it.
        var divergence = report.Divergences[0];
        Assert.Equal((DivergenceKind.OutputDiffers, "cart.Lines[0].Quantity"), (divergence.Kind, divergence.Path));
        Assert.Contains("snapshot \"cart\"", divergence.Message, StringComparison.Ordinal);
        Assert.NotNull(divergence.Event);
        Assert.True((await ReplayAsync(agent => agent.Body = (self, request) => HandleAsync(self, request, quantity: 2), new ReplayOptions { CompareSnapshots = false })).IsMatch);
    }

    [Fact]
    public async Task A_state_that_differs_stops_the_code_where_divergences_are_not_collected()
    {
        var bytes = await Recorded.SessionAsync(() => agent.HandleAsync("JFK"));
        agent.Body = (self, request) => HandleAsync(self, request, quantity: 2);
        using var replay = Recorded.Replay(bytes);
        var exception = await Assert.ThrowsAsync<ReplayDivergenceException>(() => replay.RunAsync(() => agent.HandleAsync("JFK")));
        Assert.Equal("cart.Lines[0].Quantity", exception.Divergence.Path);
    }

    [Fact]
    public async Task Snapshots_that_were_added_or_removed_change_nothing()
    {
        Assert.True((await ReplayAsync(agent => agent.Body = async (self, request) =>
        {
            Session.Snapshot("new", 1);
            var result = await HandleAsync(self, request);
            Session.Snapshot("cart", new Cart("nobody", []));
            return result;
        })).IsMatch);
        Assert.True((await ReplayAsync(agent => agent.Body = (self, request) => HandleAsync(self, request, snapshots: false))).IsMatch);
    }

    [Fact]
    public async Task Decisions_that_differ_are_missing_or_were_added_are_told()
    {
        var other = await ReplayAsync(agent => agent.Body = (self, request) => HandleAsync(self, request, hotel: "Ritz"));
        Assert.Equal((DivergenceKind.OutputDiffers, "hotel"), (Assert.Single(other.Divergences).Kind, other.Divergences[0].Path));
        Assert.Equal([true, false], other.Decisions.Select(decision => decision.IsEqual));
        Assert.Contains("hotel: \"none\" then, \"Ritz\" now", other.ToString(), StringComparison.Ordinal);

        var missing = await ReplayAsync(agent => agent.Body = (self, request) => HandleAsync(self, request, hotel: null));
        Assert.Contains("\"hotel\" here, which the code did not make", Assert.Single(missing.Divergences).Message, StringComparison.Ordinal);
        Assert.Null(missing.Decisions[^1].Now);

        var added = await ReplayAsync(agent => agent.Body = async (self, request) =>
        {
            var result = await HandleAsync(self, request);
            Session.Decide("seat", 12);
            return result;
        });
        Assert.Contains("\"seat\", which it did not when it was recorded", Assert.Single(added.Divergences).Message, StringComparison.Ordinal);
        Assert.Equal("12", added.Decisions[^1].Now);
    }

    [Fact]
    public async Task Decisions_of_the_session_itself_and_before_a_missing_end_are_compared_too()
    {
        async Task RunAsync(int seat)
        {
            Session.Decide("seat", seat);
            await agent.SearchAsync("JFK", 1);
            Session.Decide("seat", seat + 1);
        }

        var bytes = await Recorded.SessionAsync(() => RunAsync(1));
        using var replay = Recorded.Replay(bytes, new ReplayOptions { ContinueOnDivergence = true });
        var report = await replay.RunAsync(() => RunAsync(2));
        Assert.Equal([("1", "2"), ("2", "3")], report.Decisions.Select(decision => (decision.Then, decision.Now)));

        using var none = Recorded.Replay(bytes, new ReplayOptions { ContinueOnDivergence = true });
        var silent = await none.RunAsync(() => agent.SearchAsync("JFK", 1));
        Assert.Equal(2, silent.Divergences.Count);
    }

    [Fact]
    public async Task Decisions_of_branches_that_ran_freely_are_told_apart_by_what_was_chosen()
    {
        var seed = 0;
        Task RunAsync() => Task.WhenAll(Enumerable.Range(0, 20).Select(async branch =>
        {
            await agent.SearchLaterAsync($"branch {branch}");
            await Task.Delay(new Random(seed + branch).Next(3)).ConfigureAwait(false);
            Session.Decide("pick", branch);
        }));

        seed = 1;
        var bytes = await Recorded.SessionAsync(RunAsync);
        seed = 100;
        using var replay = Recorded.Replay(bytes);
        var report = await replay.RunAsync(RunAsync);
        Assert.True(report.IsMatch);
        Assert.Equal(20, report.Decisions.Count(decision => decision.IsEqual));
    }

    [Fact]
    public async Task A_recorded_replay_has_its_own_snapshots_decisions_and_links()
    {
        var bytes = await Recorded.SessionAsync(() => agent.HandleAsync("JFK"));
        var path = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.reenact");
        try
        {
            using (var replay = Recorded.Replay(bytes, new ReplayOptions { Plan = ReplayPlan.Empty.RecordTo(path) }))
            {
                Assert.True((await replay.RunAsync(() => agent.HandleAsync("JFK"))).IsMatch);
            }

            using var recorded = Recorded.Open(bytes);
            using var again = Recording.Open(path);
            Assert.Equal(recorded.StateAt(recorded.EventCount).ToJson(), again.StateAt(again.EventCount).ToJson());
            Assert.Equal(["route", "hotel"], again.ReadEvents().OfType<DecisionEvent>().Select(decision => decision.Name));
            var link = Assert.Single(again.ReadEvents().OfType<LinkEvent>());
            var decision = again.ReadEvents().OfType<DecisionEvent>().First();
            Assert.Equal((int)decision.Sequence, link.To.Read<int>());
            Assert.Empty(again.Verify().Findings);
        }
        finally
        {
            File.Delete(path);
        }
    }

    private static Task<string> HandleAsync(FlightAgent self, string request) => HandleAsync(self, request, quantity: 1);

    private static async Task<string> HandleAsync(FlightAgent self, string request, int quantity = 1, string? hotel = "none", bool snapshots = true)
    {
        var lines = new List<CartLine> { new("a ticket with a name so long that it has a blob: " + new string('x', 300), quantity), new("a bag", 1) };
        if (snapshots)
        {
            Session.Snapshot("cart", new Cart("Ada", lines));
        }

        var flight = await self.SearchAsync(request, 1);
        Session.Link("policy", Session.Decide("route", flight, ["LX 1"], $"try {extra++}"));
        lines[1] = new CartLine("a bag", 2);
        if (snapshots)
        {
            Session.Snapshot("cart", new Cart("Ada", lines));
        }

        await self.BookAsync(flight);
        if (hotel is not null)
        {
            Session.Decide("hotel", hotel);
        }

        return flight;
    }

    private async Task<ReplayReport> ReplayAsync(Action<FlightAgent> change, ReplayOptions? options = null)
    {
        agent.Body = HandleAsync;
        var bytes = await Recorded.SessionAsync(() => agent.HandleAsync("JFK"));
        change(agent);
        using var replay = Recorded.Replay(bytes, (options ?? new ReplayOptions()) with { ContinueOnDivergence = true });
        return await replay.RunAsync(() => agent.HandleAsync("JFK"));
    }
}
