using Reenact.Events;
using Reenact.Tests.Format;
using Reenact.Tests.Recorders;
using Xunit;

namespace Reenact.Tests.Replaying.Live;

/// <summary>A replay that collects divergences finds its way back also where a plan runs calls live, overrides them, compares or forks.</summary>
public sealed class PlannedResyncTests
{
    private static readonly ReplayOptions Collecting = new() { ContinueOnDivergence = true };

    private readonly DeskAgent agent = new();
    private readonly List<string> answers = [];

    [Fact]
    public async Task Behind_a_live_answer_a_served_call_with_other_arguments_gets_the_next_result_and_the_rest_matches()
    {
        var bytes = await RecordAsync("ask A", "search 1", "search 2", "search 3", "search 4");

        var report = await ReplayAsync(bytes, ["ask A", "search 1", "search X", "search 3", "search 4"], static replay => replay.Live(CallKind.Model), model: "other");

        var divergence = Assert.Single(report.Divergences);
        Assert.Equal((DivergenceKind.ArgumentsDiffer, "city"), (divergence.Kind, divergence.Path));
        Assert.Contains(".Live(CallKind.Tool)", divergence.Remedy, StringComparison.Ordinal);
        Assert.Equal(["other", "flights from 1: AA1 AA2", "flights from 2: AA1 AA2", "flights from 3: AA1 AA2", "flights from 4: AA1 AA2"], answers);
        Assert.Empty(report.Consequences);
        Assert.Equal(3, report.MatchedCalls);
        Assert.DoesNotContain(agent.Ran, ran => ran.StartsWith("search", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_call_put_in_behind_an_override_is_one_unexpected_call()
    {
        var bytes = await RecordAsync("ask A", "search 1", "search 2", "search 3");

        var report = await ReplayAsync(bytes, ["ask A", "search 1", "search X", "search 2", "search 3"], static replay => replay.Override("AskAsync", "other"));

        Assert.Equal([DivergenceKind.UnexpectedCall], report.Divergences.Select(each => each.Kind));
        Assert.Contains("Make it live too", report.Divergences[0].Remedy, StringComparison.Ordinal);
        Assert.Empty(report.Consequences);
        Assert.Equal(3, report.MatchedCalls);
        Assert.Equal(1, report.ExtraCalls);
    }

    [Fact]
    public async Task A_call_that_the_recording_never_had_gets_the_last_result_of_its_method()
    {
        var bytes = await RecordAsync("ask A", "search 1", "book AA1");

        var report = await ReplayAsync(bytes, ["ask A", "search 1", "search X", "book AA1"], static replay => replay.Live("AskAsync"), model: "other");

        Assert.Equal([DivergenceKind.UnexpectedCall], report.Divergences.Select(each => each.Kind));
        Assert.Equal("flights from 1: AA1 AA2", answers[2]);
        Assert.Equal("booked AA1", answers[3]);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_call_left_out_behind_a_live_answer_is_one_consequence_and_no_other_call_is_out_of_order(bool collects)
    {
        var bytes = await RecordAsync("ask A", "search 1", "search 2", "search 3", "ask B", "search 4");

        var report = await ReplayAsync(
            bytes, ["ask A", "search 2", "search 3", "ask B", "search 4"], static replay => replay.Live(CallKind.Model), model: "other", collects ? Collecting : new ReplayOptions());

        Assert.Empty(report.Divergences);
        Assert.Equal([DivergenceKind.CallMissing], report.Consequences.Select(each => each.Kind));
    }

    [Fact]
    public async Task Neighbours_that_change_places_behind_a_live_answer_are_one_consequence()
    {
        var bytes = await RecordAsync("ask A", "search 1", "search 2", "search 3");

        var report = await ReplayAsync(bytes, ["ask A", "search 2", "search 1", "search 3"], static replay => replay.Live(CallKind.Model), model: "other");

        Assert.Empty(report.Divergences);
        Assert.Equal([DivergenceKind.OrderDiffers], report.Consequences.Select(each => each.Kind));
    }

    [Fact]
    public async Task A_live_call_takes_the_place_behind_those_that_were_passed_over()
    {
        var bytes = await RecordAsync("ask A", "ask B", "search 1", "ask C", "search 2");

        var report = await ReplayAsync(bytes, ["search 1", "ask X", "search 2"], static replay => replay.Live(CallKind.Model));

        var live = Assert.Single(report.Live);
        using var recording = Recorded.Open(bytes);
        Assert.Equal("C", ((CallStartedEvent)recording.ReadEvent((long)live.Event!)!).Arguments[0].ReadText());
    }

    [Fact]
    public async Task Comparing_goes_on_behind_calls_that_were_put_in_left_out_and_changed()
    {
        var bytes = await RecordAsync("ask A", "book 1", "search 1", "book 2", "book 3", "ask B");

        var report = await ReplayAsync(bytes, ["ask A", "book 1", "book 9", "book 2", "book 3", "ask B"], static replay => replay.Compare());

        Assert.Equal([DivergenceKind.UnexpectedCall, DivergenceKind.CallMissing], report.Divergences.Select(each => each.Kind));
        Assert.Equal(3, report.MatchedCalls);
        Assert.Empty(report.Drift);
    }

    [Fact]
    public async Task A_fork_collects_what_diverges_before_it_and_then_runs_nothing_live()
    {
        var bytes = await RecordAsync("search 1", "search 2", "search 3", "ask A", "ask B");
        using var file = new TemporaryFile();
        var fork = StartOf(bytes, "AskAsync") - 1;

        var report = await ReplayAsync(bytes, ["search X", "search 2", "search Y", "ask A", "ask B"], replay => replay.ForkAt(fork, file.Path));

        Assert.Equal([DivergenceKind.ArgumentsDiffer, DivergenceKind.ArgumentsDiffer], report.Divergences.Select(each => each.Kind));
        Assert.Equal(0, report.LiveCalls);
        Assert.Empty(agent.Ran);
        Assert.Equal(3, answers.Count(answer => answer.StartsWith("flights", StringComparison.Ordinal)));
        Assert.All(answers[3..], answer => Assert.Equal(nameof(ReplayDivergenceException), answer));
    }

    [Fact]
    public async Task A_fork_behind_code_that_did_not_change_runs_live_also_where_divergences_are_collected()
    {
        var bytes = await RecordAsync("search 1", "ask A");
        using var file = new TemporaryFile();
        var fork = StartOf(bytes, "AskAsync") - 1;

        var report = await ReplayAsync(bytes, ["search 1", "ask Z"], replay => replay.ForkAt(fork, file.Path), model: "other");

        Assert.Empty(report.Divergences);
        Assert.Equal(["flights from 1: AA1 AA2", "other"], answers);
    }

    [Fact]
    public async Task A_replay_that_is_recorded_gives_a_call_without_a_recording_no_other_result()
    {
        var bytes = await RecordAsync("search 1", "book 1");
        using var file = new TemporaryFile();

        var report = await ReplayAsync(bytes, ["search 1", "search 2", "book 1"], replay => replay.RecordTo(file.Path));

        Assert.Equal([DivergenceKind.UnexpectedCall], report.Divergences.Select(each => each.Kind));
        Assert.Equal(["flights from 1: AA1 AA2", nameof(ReplayDivergenceException), "booked 1"], answers);
        using var recording = Recording.Open(file.Path);
        Assert.All(recording.Calls.Single().Children, call => Assert.Single(recording.ReadEvents().OfType<CallReturnedEvent>(), end => end.Span == call.Start.Span));
    }

    private async Task<byte[]> RecordAsync(params string[] steps)
    {
        agent.Model = static _ => "yes";
        agent.Body = (self, _) => TakeAsync(self, steps);
        var bytes = await Recorded.SessionAsync(async () => await agent.HandleAsync("x"), Scheduling.Exact);
        agent.Ran.Clear();
        answers.Clear();
        return bytes;
    }

    private async Task<ReplayReport> ReplayAsync(byte[] bytes, string[] steps, Func<SessionReplay, SessionReplay> change, string model = "yes", ReplayOptions? options = null)
    {
        agent.Model = _ => model;
        agent.Body = (self, _) => TakeAsync(self, steps);
        using var replay = change(Recorded.Replay(bytes, options ?? Collecting));
        return await replay.RunAsync(() => agent.HandleAsync("x"));
    }

    private async Task<string> TakeAsync(DeskAgent self, string[] steps)
    {
        foreach (var step in steps)
        {
            var argument = step[(step.IndexOf(' ', StringComparison.Ordinal) + 1)..];
            try
            {
                answers.Add(await (step[0] switch { 'a' => self.AskAsync(argument), 's' => self.SearchAsync(argument), _ => self.BookAsync(argument) }));
            }
            catch (Exception exception)
            {
                answers.Add(exception.GetType().Name);
            }
        }

        return "done";
    }

    private static long StartOf(byte[] bytes, string method)
    {
        using var recording = Recorded.Open(bytes);
        return recording.ReadEvents().OfType<CallStartedEvent>().First(start => start.Method.Name.EndsWith(method, StringComparison.Ordinal)).Sequence;
    }
}
