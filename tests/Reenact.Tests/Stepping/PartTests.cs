using Reenact.Events;
using Reenact.Tests.Recorders;
using Xunit;

namespace Reenact.Tests.Stepping;

/// <summary>Replays of a part: from a snapshot on, or of one call.</summary>
public sealed class PartTests
{
    private const int Turns = 200;

    private readonly LongAgent agent = new();

    [Fact]
    public async Task A_replay_from_the_middle_is_the_tail_of_the_whole()
    {
        var bytes = await Recorded.SessionAsync(() => agent.RunAsync(Turns));
        using var whole = Recorded.Replay(bytes);
        var expected = await whole.RunAsync(() => agent.RunAsync(Turns));
        var live = agent.LiveCalls;
        var snapshots = Snapshots(bytes, "progress");

        foreach (var place in new[] { 0, 1, 100, 150, Turns - 1 })
        {
            using var replay = Recorded.Replay(bytes).From("progress", snapshots[place] + 1);
            Assert.Equal(place + 1, replay.State<Progress>("progress").Turn);
            var report = await replay.RunAsync(() => agent.ContinueAsync(replay.State<Progress>("progress"), Turns));

            Assert.Equal(expected.Output, report.Output);
            Assert.True(report.IsMatch);
            Assert.Equal((Turns - place - 1) * 2, report.RecordedCalls);
        }

        Assert.Equal(live, agent.LiveCalls);
    }

    [Fact]
    public async Task A_replay_from_a_snapshot_of_the_session_itself_goes_on_to_its_end()
    {
        async Task<int> RunAsync(int sum)
        {
            for (var turn = sum; turn < 5; turn++)
            {
                Session.Snapshot("sum", turn);
                await agent.TurnAsync(turn, "");
            }

            return Deterministic.UtcNow.Year;
        }

        var bytes = await Recorded.SessionAsync(() => RunAsync(0));
        using var replay = Recorded.Replay(bytes).From("sum");
        var report = await replay.RunAsync(async () =>
        {
            await agent.TurnAsync(replay.State<int>("sum"), "");
            return Deterministic.UtcNow.Year;
        });
        Assert.True(report.IsMatch);
        Assert.Equal(2, report.MatchedCalls);
    }

    [Fact]
    public async Task A_seed_that_was_read_before_the_snapshot_is_missed_with_a_way_out()
    {
        static int Draw() => Deterministic.Random.Next();
        var bytes = await Recorded.SessionAsync(() =>
        {
            Session.Snapshot("drawn", Draw());
            return Task.FromResult(Draw());
        });

        using var replay = Recorded.Replay(bytes).From("drawn");
        var divergence = (await Assert.ThrowsAsync<ReplayDivergenceException>(() => replay.RunAsync(() => Task.FromResult(Draw())))).Divergence;
        Assert.Equal(DivergenceKind.CapturedValueExhausted, divergence.Kind);
        Assert.Contains("after the place where the replay begins", divergence.Message, StringComparison.Ordinal);
        Assert.Contains("[Replayed] method, whose calls have seeds of their own", divergence.Remedy, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_differs_after_the_snapshot_is_a_divergence()
    {
        var bytes = await Recorded.SessionAsync(() => agent.RunAsync(4));
        using var replay = Recorded.Replay(bytes, new ReplayOptions { ContinueOnDivergence = true }).From("progress", Snapshots(bytes, "progress")[1]);
        (agent.Late, agent.LateBy) = (3, 100);
        var report = await replay.RunAsync(() => agent.ContinueAsync(replay.State<Progress>("progress"), 4));
        Assert.Equal([DivergenceKind.OutputDiffers, DivergenceKind.OutputDiffers], report.Divergences.Select(divergence => divergence.Kind));

        using var early = Recorded.Replay(bytes, new ReplayOptions { ContinueOnDivergence = true }).From("progress", Snapshots(bytes, "progress")[1]);
        var missing = await early.RunAsync(() => Task.CompletedTask);
        Assert.Equal(6, missing.MissingCalls); // Two turns, with two calls in each.
    }

    [Fact]
    public async Task A_snapshot_that_is_not_there_or_not_of_replayed_code_is_refused()
    {
        var bytes = await Recorded.SessionAsync(() => agent.RunAsync(2));
        using var replay = Recorded.Replay(bytes);
        Assert.Contains("\"progress\"", Assert.Throws<KeyNotFoundException>(() => replay.From("card")).Message, StringComparison.Ordinal);
        Assert.Throws<KeyNotFoundException>(() => replay.From("progress", 1));
        Assert.Throws<InvalidOperationException>(() => replay.State<int>("progress"));
        Assert.Contains("does not run on replay", Assert.Throws<InvalidOperationException>(() => replay.From("inside")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_call_is_replayed_alone_with_its_recorded_arguments()
    {
        var bytes = await Recorded.SessionAsync(() => agent.RunAsync(6));
        var live = agent.LiveCalls;
        using var recording = Recorded.Open(bytes);
        var turn = recording.Calls[0].Children[3];

        using var step = Recorded.Replay(bytes).Span(turn.Id);
        Assert.Equal(3, step.Input<int>("turn"));
        Assert.Equal("now", step.Input<string>(1));
        Assert.Equal(3, step.State<Progress>("progress").Turn);
        var report = await step.RunAsync(() => agent.TurnAsync(step.Input<int>("turn"), "else"));
        Assert.True(report.IsMatch);
        Assert.Equal((2, 2), (report.RecordedCalls, report.MatchedCalls));
        Assert.Equal(live, agent.LiveCalls);

        using var served = Recorded.Replay(bytes).Span(turn.Children[1].Id);
        var one = await served.RunAsync(() => agent.OuterAsync(served.Input<int>("value")));
        Assert.True(one.IsMatch);
        Assert.Equal(turn.Children[1].End is CallReturnedEvent returned ? returned.Result.Read<int>() : -1, one.Output);
    }

    [Fact]
    public async Task A_call_that_is_replayed_alone_diverges_as_it_would_in_the_whole()
    {
        var bytes = await Recorded.SessionAsync(() => agent.RunAsync(6));
        using var recording = Recorded.Open(bytes);
        var turn = recording.Calls[0].Children[3].Id;

        (agent.Late, agent.LateBy) = (3, 5);
        using var differs = Recorded.Replay(bytes).Span(turn);
        var exception = await Assert.ThrowsAsync<ReplayDivergenceException>(() => differs.RunAsync(() => agent.TurnAsync(3, "")));
        Assert.Equal(DivergenceKind.OutputDiffers, exception.Divergence.Kind);

        agent.LateBy = 0;
        using var arguments = Recorded.Replay(bytes).Span(turn);
        exception = await Assert.ThrowsAsync<ReplayDivergenceException>(() => arguments.RunAsync(() => agent.TurnAsync(4, "")));
        Assert.Equal(DivergenceKind.ArgumentsDiffer, exception.Divergence.Kind);

        using var twice = Recorded.Replay(bytes).Span(turn);
        exception = await Assert.ThrowsAsync<ReplayDivergenceException>(() => twice.RunAsync(async () =>
        {
            await agent.TurnAsync(3, "");
            await agent.TurnAsync(4, "");
        }));
        Assert.Equal(DivergenceKind.UnexpectedCall, exception.Divergence.Kind);

        using var none = Recorded.Replay(bytes).Span(turn);
        exception = await Assert.ThrowsAsync<ReplayDivergenceException>(() => none.RunAsync(() => Task.CompletedTask));
        Assert.Equal(DivergenceKind.CallMissing, exception.Divergence.Kind);
    }

    [Fact]
    public async Task Spans_and_inputs_that_are_not_there_say_which_are()
    {
        var bytes = await Recorded.SessionAsync(() => agent.RunAsync(2));
        using var recording = Recorded.Open(bytes);
        var outer = recording.Calls[0].Children[0].Children[1];
        using var replay = Recorded.Replay(bytes);

        Assert.Contains("spans 1 to 9", Assert.Throws<ArgumentOutOfRangeException>(() => replay.Span(99)).Message, StringComparison.Ordinal);
        Assert.Contains($"span {outer.Id}, instead", Assert.Throws<ArgumentOutOfRangeException>(() => replay.Span(outer.Children[0].Id)).Message, StringComparison.Ordinal);
        Assert.Equal(2, replay.Input<int>("turns"));
        Assert.Contains("It has \"turns\"", Assert.Throws<ArgumentException>(() => replay.Input<int>("turn")).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => replay.Input<int>(1));
        Assert.Throws<ValueFormatException>(() => replay.Input<string>(0));
        Assert.Contains("no codec", Assert.Throws<InvalidOperationException>(() => Hidden<Unseen>(replay)).Message, StringComparison.Ordinal);
        replay.Span(1);
        Assert.Throws<InvalidOperationException>(() => replay.From("progress"));
    }

    private static T Hidden<T>(SessionReplay replay) => replay.Input<T>(0);

    private static List<long> Snapshots(byte[] bytes, string name)
    {
        using var recording = Recorded.Open(bytes);
        return [.. recording.ReadEvents().OfType<SnapshotEvent>().Where(snapshot => snapshot.Name == name).Select(snapshot => snapshot.Sequence)];
    }

    private sealed record Unseen(int Value);
}
