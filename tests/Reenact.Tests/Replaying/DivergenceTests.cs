using Reenact.Tests.Recorders;
using Xunit;

namespace Reenact.Tests.Replaying;

public sealed class DivergenceTests
{
    private readonly FlightAgent agent = new();

    [Fact]
    public async Task Other_arguments_are_reported_with_path_event_and_candidates()
    {
        var exception = await DivergeAsync(
            async () => { await agent.SearchAsync("JFK", 1); await agent.SearchAsync("JFK", 2); },
            async () => { await agent.SearchAsync("JFK", 1); await agent.SearchAsync("BOS", 2); });

        var divergence = exception.Divergence;
        Assert.Equal(DivergenceKind.ArgumentsDiffer, divergence.Kind);
        Assert.Equal("from", divergence.Path);
        Assert.Equal("(memory)", divergence.Recording);
        Assert.Equal(4UL, divergence.Event);
        Assert.Contains("FlightAgent.SearchAsync(from: \"JFK\", nights: 1)", Assert.Single(divergence.LastMatched));
        Assert.Contains("SearchAsync(from: \"JFK\", nights: 2)", divergence.Expected);
        Assert.Contains("SearchAsync(from: \"BOS\", nights: 2)", divergence.Actual);
        Assert.Contains("diverged at event 4: arguments differ", exception.Message);
        Assert.Contains("What to do:", exception.Message);
    }

    [Fact]
    public async Task A_call_more_than_recorded_is_unexpected_and_says_that_all_are_used()
    {
        var exception = await DivergeAsync(
            async () => { await agent.SearchAsync("JFK", 1); await agent.SearchAsync("JFK", 2); },
            async () => { await agent.SearchAsync("JFK", 1); await agent.SearchAsync("JFK", 2); await agent.SearchAsync("JFK", 3); });

        Assert.Equal(DivergenceKind.UnexpectedCall, exception.Divergence.Kind);
        Assert.Contains("2 of 2 recorded calls of FlightAgent.SearchAsync here are used already.", exception.Message);
        Assert.Equal("no further call", exception.Divergence.Expected);
    }

    [Fact]
    public async Task A_call_at_another_place_is_an_order_that_differs_unless_order_is_per_method()
    {
        Task Recorded() => InOrder(() => agent.SearchAsync("JFK", 1), () => agent.BookAsync("F1"));
        Task Replayed() => InOrder(() => agent.BookAsync("F1"), () => agent.SearchAsync("JFK", 1));

        Assert.Equal(DivergenceKind.OrderDiffers, (await DivergeAsync(Recorded, Replayed)).Divergence.Kind);
        var report = await ReplayAsync(Recorded, Replayed, new ReplayOptions { MatchOrder = MatchOrder.PerMethod });
        Assert.True(report.IsMatch);
    }

    [Fact]
    public async Task A_recorded_call_that_is_never_made_is_missing()
    {
        var exception = await DivergeAsync(
            async () => { await agent.SearchAsync("JFK", 1); await agent.BookAsync("F1"); },
            async () => await agent.SearchAsync("JFK", 1));

        Assert.Equal(DivergenceKind.CallMissing, exception.Divergence.Kind);
        Assert.Contains("BookAsync(flight: \"F1\")", exception.Divergence.Expected);
    }

    [Fact]
    public async Task Another_result_of_a_replayed_method_is_an_output_that_differs()
    {
        var suffix = "recorded";
        agent.Body = async (self, request) => await self.SearchAsync(request, 1) + suffix;
        Task Code() => agent.HandleAsync("JFK");

        var bytes = await Recorded.SessionAsync(Code);
        suffix = "changed";
        using var replay = Recorded.Replay(bytes);
        var exception = await Assert.ThrowsAsync<ReplayDivergenceException>(() => replay.RunAsync(Code));

        Assert.Equal(DivergenceKind.OutputDiffers, exception.Divergence.Kind);
        Assert.Contains("recorded", exception.Divergence.Expected);
        Assert.Contains("changed", exception.Divergence.Actual);
    }

    [Fact]
    public async Task A_divergence_is_met_again_by_code_that_swallows_it()
    {
        var met = 0;
        var exception = await DivergeAsync(
            () => agent.SearchAsync("JFK", 1),
            async () =>
            {
                for (var i = 0; i < 5; i++)
                {
                    try
                    {
                        await agent.SearchAsync("BOS", i);
                    }
                    catch (ReplayDivergenceException)
                    {
                        met++;
                    }
                }
            });

        Assert.Equal(5, met);
        Assert.Contains("nights: 0", exception.Divergence.Actual);
    }

    [Fact]
    public async Task Code_that_swallows_divergences_for_ever_is_left_behind()
    {
        var exception = await DivergeAsync(
            () => agent.SearchAsync("JFK", 1),
            async () =>
            {
                while (true)
                {
                    try
                    {
                        await agent.SearchAsync("BOS", 1);
                    }
                    catch (ReplayDivergenceException)
                    {
                        // Goes on, as agents do.
                    }
                }
            },
            new ReplayOptions { StuckTimeout = TimeSpan.FromMilliseconds(300) }).WaitAsync(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken);

        Assert.Equal(DivergenceKind.ArgumentsDiffer, exception.Divergence.Kind);
    }

    [Fact]
    public async Task Divergences_are_collected_on_request()
    {
        Task Recorded() => InOrder(() => agent.SearchAsync("JFK", 1), () => agent.SearchAsync("BOS", 2), () => agent.BookAsync("F1"));
        Task Replayed() => InOrder(() => agent.SearchAsync("JFK", 10), () => agent.SearchAsync("BOS", 20));

        var report = await ReplayAsync(Recorded, Replayed, new ReplayOptions { ContinueOnDivergence = true });

        Assert.Equal(
            [DivergenceKind.ArgumentsDiffer, DivergenceKind.ArgumentsDiffer, DivergenceKind.CallMissing],
            report.Divergences.Select(divergence => divergence.Kind));
        Assert.Equal((3, 0, 1, 0), (report.RecordedCalls, report.MatchedCalls, report.MissingCalls, report.LiveCalls));
        Assert.False(report.IsMatch);
        Assert.Throws<ReplayDivergenceException>(report.EnsureMatched);
        Assert.Contains("\"kind\": \"callMissing\"", report.ToJson());
        Assert.Contains("0 of 3 calls matched", report.ToString());
    }

    [Fact]
    public async Task Recorded_calls_are_found_as_data_and_ignored_parameters_are_not_compared()
    {
        var report = await ReplayAsync(
            () => Task.FromResult(agent.Quote(new Trip("Rome", 3), "trace 1")),
            () => Task.FromResult(agent.Quote(new Trip("Rome", 3), "trace 2")));
        Assert.True(report.IsMatch);

        var exception = await DivergeAsync(
            () => Task.FromResult(agent.Quote(new Trip("Rome", 3), "trace 1")),
            () => Task.FromResult(agent.Quote(new Trip("Rome", 4), "trace 1")));
        Assert.Equal("trip.Nights", exception.Divergence.Path);
    }

    [Fact]
    public async Task Calls_inside_a_served_call_are_not_missing()
    {
        var tools = new SampleTools();
        var report = await ReplayAsync(() => tools.OuterAsync("a"), () => tools.OuterAsync("a"));

        Assert.True(report.IsMatch);
        Assert.Equal(1, report.RecordedCalls);
        Assert.Equal(2, tools.Calls); // When it was recorded.
    }

    [Fact]
    public async Task The_exception_of_code_that_diverged_is_kept_inside()
    {
        var exception = await DivergeAsync(
            () => agent.SearchAsync("JFK", 1),
            () => throw new NotSupportedException("own"));

        Assert.Equal(DivergenceKind.CallMissing, exception.Divergence.Kind);
        Assert.IsType<NotSupportedException>(exception.InnerException);
    }

    private static async Task InOrder(params Func<Task>[] calls)
    {
        foreach (var call in calls)
        {
            await call();
        }
    }

    private static async Task<ReplayReport> ReplayAsync(Func<Task> recorded, Func<Task> replayed, ReplayOptions? options = null)
    {
        using var replay = Recorded.Replay(await Recorded.SessionAsync(recorded), options);
        return await replay.RunAsync(replayed);
    }

    private static Task<ReplayDivergenceException> DivergeAsync(Func<Task> recorded, Func<Task> replayed, ReplayOptions? options = null) =>
        Assert.ThrowsAsync<ReplayDivergenceException>(() => ReplayAsync(recorded, replayed, options));
}
