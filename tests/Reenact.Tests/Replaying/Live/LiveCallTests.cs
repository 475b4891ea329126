using Reenact.Tests.Recorders;
using Xunit;

namespace Reenact.Tests.Replaying.Live;

public sealed class LiveCallTests
{
    private readonly DeskAgent agent = new();

    [Fact]
    public async Task Only_what_is_named_runs_live_and_the_report_says_so()
    {
        var bytes = await RecordAsync();

        using var replay = Recorded.Replay(bytes).Live("DeskAgent.SearchAsync");
        var report = await replay.RunAsync(() => agent.HandleAsync("to LHR"));

        Assert.Equal(["search JFK"], agent.Ran);
        Assert.Equal("done: booked AA1", report.Output);
        var live = Assert.Single(report.Live);
        Assert.Equal("Reenact.Tests.Replaying.Live.DeskAgent.SearchAsync", live.Method);
        Assert.True(live.SameResult);
        Assert.True(live.SameArguments);
        Assert.NotNull(live.Event);
        Assert.NotNull(live.Latency);
        Assert.NotNull(live.RecordedLatency);
        Assert.Equal(1, report.LiveCalls);
        Assert.True(report.IsMatch);
    }

    [Fact]
    public async Task A_live_model_that_answers_otherwise_makes_consequences_not_divergences()
    {
        var bytes = await RecordAsync();
        agent.Model = static prompt => prompt.Contains("flights", StringComparison.Ordinal) ? "sorry, nothing" : "search JFK";

        using var replay = Recorded.Replay(bytes).Live(CallKind.Model);
        var report = await replay.RunAsync(() => agent.HandleAsync("to LHR"));

        Assert.Equal("sorry, nothing", report.Output);
        Assert.Equal(["ask to LHR", "ask flights from JFK: AA1 AA2"], agent.Ran);
        Assert.Equal([true, false], report.Live.Select(call => call.SameResult));
        Assert.Empty(report.Divergences);
        Assert.Contains(report.Consequences, consequence => consequence.Kind == DivergenceKind.OutputDiffers);
        Assert.Contains(report.Consequences, consequence => consequence.Kind == DivergenceKind.CallMissing && consequence.Expected!.Contains("BookAsync", StringComparison.Ordinal));
        Assert.False(report.IsMatch);
    }

    [Fact]
    public async Task A_served_call_that_the_recording_lacks_is_a_divergence_that_says_what_to_make_live()
    {
        var bytes = await RecordAsync();
        agent.Model = static prompt => prompt.Contains("flights", StringComparison.Ordinal) ? "book AA1" : "search EWR";

        using var replay = Recorded.Replay(bytes).Live(CallKind.Model);
        var divergence = (await Assert.ThrowsAsync<ReplayDivergenceException>(() => replay.RunAsync(() => agent.HandleAsync("to LHR")))).Divergence;

        Assert.Equal(DivergenceKind.ArgumentsDiffer, divergence.Kind);
        Assert.Contains(".Live(\"Reenact.Tests.Replaying.Live.DeskAgent.SearchAsync\")", divergence.Remedy, StringComparison.Ordinal);
        Assert.DoesNotContain("search EWR", agent.Ran);
    }

    [Fact]
    public async Task Side_effects_run_live_only_by_name()
    {
        var bytes = await RecordAsync();
        agent.Model = static prompt => prompt.Contains("flights", StringComparison.Ordinal) ? "book AA2" : "search JFK";

        using (var byKind = Recorded.Replay(bytes).Live(CallKind.Model).Live(CallKind.Tool))
        {
            var divergence = (await Assert.ThrowsAsync<ReplayDivergenceException>(() => byKind.RunAsync(() => agent.HandleAsync("to LHR")))).Divergence;
            Assert.Contains("side effects", divergence.Remedy, StringComparison.Ordinal);
            Assert.DoesNotContain("book AA2", agent.Ran);
        }

        using var byName = Recorded.Replay(bytes).Live(CallKind.Model).Live("DeskAgent.BookAsync");
        Assert.Equal("done: booked AA2", (await byName.RunAsync(() => agent.HandleAsync("to LHR"))).Output);
        Assert.Contains("book AA2", agent.Ran);
    }

    [Fact]
    public async Task What_a_live_call_calls_runs_live_and_is_part_of_it()
    {
        agent.Body = static (self, request) => self.OuterAsync(request);
        var bytes = await RecordAsync();

        using var replay = Recorded.Replay(bytes).Live("OuterAsync");
        var report = await replay.RunAsync(() => agent.HandleAsync("to LHR"));

        Assert.Equal(["outer to LHR", "search to LHR", "search to LHR2"], agent.Ran);
        Assert.Equal("Reenact.Tests.Replaying.Live.DeskAgent.OuterAsync", Assert.Single(report.Live).Method);
        Assert.True(report.IsMatch);
    }

    [Fact]
    public async Task Names_that_are_of_no_method_or_of_several_are_errors_that_name_the_candidates()
    {
        agent.Body = static async (self, request) => await self.OuterAsync(request) + await self.SearchAsync(request);
        var bytes = await RecordAsync();
        using var replay = Recorded.Replay(bytes);

        Assert.Contains("DeskAgent.SearchAsync", Assert.Throws<ArgumentException>(() => replay.Live("Search")).Message, StringComparison.Ordinal);
        Assert.Contains("DeskAgent.SearchAsync", Assert.Throws<ArgumentException>(() => replay.Live("DeskAgent.BuyAsync")).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => replay.Live("HandleAsync"));
        Assert.Throws<ArgumentException>(() => replay.Live("earchAsync"));
        Assert.Throws<ArgumentException>(() => replay.Live(CallKind.Agent));
        Assert.Throws<ArgumentException>(() => Recorded.Replay(bytes, new ReplayOptions { Plan = ReplayPlan.Empty.Live("BuyAsync") }));
        Assert.True(replay.Plan.IsEmpty);
    }

    [Fact]
    public async Task A_live_stream_an_out_parameter_and_progress_come_from_the_live_call()
    {
        async Task<string> Body(DeskAgent self, string request)
        {
            var left = 10;
            var reports = new List<string>();
            var held = self.TryHold(request, out var seat, ref left, new Progress(reports));
            var words = new List<string>();
            await foreach (var word in self.StreamAsync(request))
            {
                words.Add(word);
            }

            return $"{held} {seat} {left} {string.Join('+', reports)} {string.Join('+', words)}";
        }

        agent.Body = Body;
        var bytes = await RecordAsync();
        using (var same = Recorded.Replay(bytes).Live("TryHold").Live(CallKind.Model))
        {
            var unchanged = await same.RunAsync(() => agent.HandleAsync("to LHR"));
            Assert.Equal("True 10 9 looking search+JFK", unchanged.Output);
            Assert.All(unchanged.Live, call => Assert.True(call.SameResult));
            Assert.True(unchanged.IsMatch);
        }

        agent.Model = static _ => "go by train";
        using var other = Recorded.Replay(bytes).Live("TryHold").Live(CallKind.Model);
        var report = await other.RunAsync(() => agent.HandleAsync("to LHR"));
        Assert.Equal("True 11 9 looking go+by+train", report.Output);
        Assert.All(report.Live, call => Assert.False(call.SameResult));
        Assert.Empty(report.Divergences);
    }

    [Fact]
    public async Task A_live_call_keeps_its_place_among_recorded_completions()
    {
        var asked = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        agent.Model = _ =>
        {
            asked.TrySetResult();
            return "answer";
        };
        agent.Search = async city =>
        {
            await asked.Task.ConfigureAwait(false);
            await Task.Delay(300).ConfigureAwait(false);
            return city;
        };
        agent.Body = static async (self, _) =>
        {
            var slow = self.SearchAsync("slow");
            var model = self.AskAsync("to LHR");
            var first = await Task.WhenAny(slow, model) == slow ? "tool" : "model";
            await slow;
            return first;
        };

        // Recorded, the model comes first; live, the tool takes no time at all, and must wait for the model.
        var bytes = await Recorded.SessionAsync(async () => Assert.Equal("model", await agent.HandleAsync("x")), Scheduling.Exact);
        agent.Search = Task.FromResult;

        using var replay = Recorded.Replay(bytes).Live("SearchAsync");
        var report = await replay.RunAsync(() => agent.HandleAsync("x"));
        Assert.Equal("model", report.Output);
    }

    [Fact]
    public async Task A_live_call_is_not_stuck_but_has_an_end()
    {
        var bytes = await RecordAsync();
        agent.Search = static async city =>
        {
            await Task.Delay(1500);
            return $"flights from {city}: AA1 AA2";
        };
        using (var patient = Recorded.Replay(bytes, new ReplayOptions { StuckTimeout = TimeSpan.FromMilliseconds(200) }).Live("SearchAsync"))
        {
            Assert.Equal("done: booked AA1", (await patient.RunAsync(() => agent.HandleAsync("to LHR"))).Output);
        }

        agent.Search = static _ => new TaskCompletionSource<string>().Task;
        using var endless = Recorded.Replay(bytes, new ReplayOptions { LiveTimeout = TimeSpan.FromMilliseconds(300) }).Live("SearchAsync");
        var divergence = (await Assert.ThrowsAsync<ReplayDivergenceException>(() => endless.RunAsync(() => agent.HandleAsync("to LHR")))).Divergence;
        Assert.Equal(DivergenceKind.Stuck, divergence.Kind);
        Assert.Contains("DeskAgent.SearchAsync runs live", divergence.Message, StringComparison.Ordinal);
    }

    private async Task<byte[]> RecordAsync()
    {
        var bytes = await Recorded.SessionAsync(async () => await agent.HandleAsync("to LHR"));
        agent.Ran.Clear();
        return bytes;
    }

    private sealed class Progress(List<string> reports) : IProgress<string>
    {
        public void Report(string value) => reports.Add(value);
    }
}
