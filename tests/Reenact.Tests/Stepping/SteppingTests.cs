using System.Diagnostics;
using Reenact.Events;
using Reenact.Tests.Recorders;
using Reenact.Tests.Replaying;
using Xunit;

namespace Reenact.Tests.Stepping;

public sealed class SteppingTests
{
    private readonly LongAgent agent = new();

    [Fact]
    public async Task Code_stops_before_calls_and_goes_on_as_it_is_told()
    {
        var bytes = await Recorded.SessionAsync(() => agent.RunAsync(5));
        using var recording = Recorded.Open(bytes);
        var turns = recording.Calls[0].Children;

        using var replay = Recorded.Replay(bytes);
        await using var run = replay.Start(() => agent.RunAsync(5));
        var stop = await run.RunToAsync(turns[2].Start.Sequence);

        Assert.NotNull(stop);
        Assert.Equal((turns[2].Start.Sequence, 4), (stop.Event, stop.MatchedCalls));
        Assert.Equal(("Reenact.Tests.Stepping.LongAgent.TurnAsync", "turn"), (stop.Method, stop.ParameterNames[0]));
        Assert.Equal(2, stop.Arguments[0].Read<int>());
        Assert.Equal(2, stop.State.Read<Progress>("progress").Turn);
        Assert.Contains("LongAgent.TurnAsync(turn: 2", stop.ToString(), StringComparison.Ordinal);
        Assert.Same(stop, await run.RunToAsync(stop.Event!.Value));

        Assert.Equal(turns[2].Children[0].Start.Sequence, (await run.StepAsync())!.Event);
        Assert.Equal(turns[2].Children[1].Start.Sequence, (await run.StepAsync())!.Event);
        Assert.Equal(turns[3].Start.Sequence, (await run.StepAsync())!.Event);
        Assert.Equal(turns[4].Children[1].Start.Sequence, (await run.RunToAsync(turns[4].Children[0].Start.Sequence + 1))!.Event);

        var report = await run.ToEndAsync();
        Assert.True(report.IsMatch);
        Assert.Equal(10, report.MatchedCalls);
        Assert.Null(await run.StepAsync());
    }

    [Fact]
    public async Task Every_call_is_a_step()
    {
        var bytes = await Recorded.SessionAsync(() => agent.RunAsync(4));
        using var recording = Recorded.Open(bytes);
        using var replay = Recorded.Replay(bytes);
        await using var run = replay.Start(() => agent.RunAsync(4));
        var stops = new List<long?>();
        while (await run.StepAsync() is { } stop)
            stops.Add(stop.Event);

        var made = recording.ReadEvents().OfType<CallStartedEvent>().Where(start => !start.Method.Name.EndsWith("PriceAsync", StringComparison.Ordinal) || start.Arguments[0].ReadText() != "inside");
        Assert.Equal(made.Select(start => (long?)start.Sequence), stops);
        Assert.True((await run.ToEndAsync()).IsMatch);
    }

    [Fact]
    public async Task A_stop_is_not_being_stuck()
    {
        var bytes = await Recorded.SessionAsync(() => agent.RunAsync(2));
        using var replay = Recorded.Replay(bytes, new ReplayOptions { StuckTimeout = TimeSpan.FromMilliseconds(50) });
        await using var run = replay.Start(() => agent.RunAsync(2));
        Assert.NotNull(await run.StepAsync());
        await Task.Delay(TimeSpan.FromSeconds(1), TestContext.Current.CancellationToken);
        Assert.True((await run.ToEndAsync()).IsMatch);
    }

    [Fact]
    public async Task Parallel_code_stops_at_the_first_call_at_or_after_the_event()
    {
        Task<int[]> ParallelAsync() => Task.WhenAll(Enumerable.Range(0, 6).Select(turn => agent.TurnAsync(turn, "")));
        foreach (var scheduling in new[] { Scheduling.Exact, Scheduling.Free })
        {
            var bytes = await Recorded.SessionAsync(ParallelAsync, scheduling);
            using var recording = Recorded.Open(bytes);
            var calls = recording.ReadEvents().OfType<CallStartedEvent>().ToList();
            using var replay = Recorded.Replay(bytes);
            await using var run = replay.Start(ParallelAsync);

            var stop = await run.RunToAsync(calls[calls.Count / 2].Sequence);
            Assert.True(stop?.Event >= calls[calls.Count / 2].Sequence);
            for (var step = 0; step < 3; step++)
                Assert.NotNull(await run.StepAsync());
            Assert.True((await run.ToEndAsync()).IsMatch);
        }
    }

    [Fact]
    public async Task Divergences_exceptions_and_an_early_end_surface_at_the_run_that_waits()
    {
        var bytes = await Recorded.SessionAsync(() => agent.RunAsync(3));
        using var early = Recorded.Replay(bytes, new ReplayOptions { ContinueOnDivergence = true });
        await using (var run = early.Start(() => Task.CompletedTask))
            Assert.Null(await run.RunToAsync(20));

        using var other = Recorded.Replay(bytes);
        await using (var run = other.Start(() => agent.RunAsync(4)))
        {
            Assert.Null((await run.StepAsync())!.Event);
            var exception = await Assert.ThrowsAsync<ReplayDivergenceException>(() => run.RunToAsync(20));
            Assert.Equal(DivergenceKind.ArgumentsDiffer, exception.Divergence.Kind);
        }

        using var failing = Recorded.Replay(bytes, new ReplayOptions { ContinueOnDivergence = true });
        await using (var run = failing.Start(() => throw new TimeoutException("late")))
            Assert.Null(await run.RunToAsync(20)); // The calls that are missing say more.

        using var stuck = Recorded.Replay(bytes, new ReplayOptions { StuckTimeout = TimeSpan.FromMilliseconds(200) });
        await using (var run = stuck.Start(() => new TaskCompletionSource().Task))
            Assert.Equal(DivergenceKind.Stuck, (await Assert.ThrowsAsync<ReplayDivergenceException>(() => run.RunToAsync(20))).Divergence.Kind);
    }

    [Fact]
    public async Task A_run_that_is_left_behind_while_it_is_stopped_runs_nothing_more()
    {
        var bytes = await Recorded.SessionAsync(() => agent.RunAsync(3));
        var live = agent.LiveCalls;
        Exception? seen = null;
        using var replay = Recorded.Replay(bytes);
        var clock = Stopwatch.StartNew();
        await using (var run = replay.Start(async () =>
        {
            try
            {
                await agent.RunAsync(3);
            }
            catch (Exception exception)
            {
                seen = exception;
                await agent.PriceAsync("live?");
            }
        }))
        {
            Assert.NotNull(await run.RunToAsync(10));
        }

        Assert.InRange(clock.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(20));
        Assert.IsType<ReplayDivergenceException>(seen);
        Assert.Equal(live, agent.LiveCalls);
        Assert.Throws<InvalidOperationException>(() => replay.Start(() => agent.RunAsync(3)));
    }

    [Fact]
    public async Task A_part_is_taken_step_by_step_too()
    {
        var bytes = await Recorded.SessionAsync(() => agent.RunAsync(5));
        using var replay = Recorded.Replay(bytes).From("progress");
        await using var run = replay.Start(() => agent.ContinueAsync(replay.State<Progress>("progress"), 5));
        Assert.Null(await run.StepAsync());
        Assert.True((await run.ToEndAsync()).IsMatch);
    }
}
