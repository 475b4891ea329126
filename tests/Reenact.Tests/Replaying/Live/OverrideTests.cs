using Reenact.Events;
using Reenact.Tests.Format;
using Reenact.Tests.Recorders;
using Xunit;

namespace Reenact.Tests.Replaying.Live;

public sealed class OverrideTests
{
    private readonly DeskAgent agent = new();

    [Fact]
    public async Task All_calls_of_a_method_get_the_given_result_and_nothing_runs()
    {
        var bytes = await RecordAsync();

        using var replay = Recorded.Replay(bytes).Override("DeskAgent.BookAsync", "booked in first class");
        var report = await replay.RunAsync(() => agent.HandleAsync("to LHR"));

        Assert.Equal("done: booked in first class", report.Output);
        Assert.Empty(agent.Ran);
        Assert.Equal(0, report.LiveCalls);
        var overridden = Assert.Single(report.Live);
        Assert.True(overridden.IsOverridden);
        Assert.False(overridden.SameResult);
        Assert.Contains(report.Consequences, consequence => consequence.Kind == DivergenceKind.ArgumentsDiffer);
        Assert.Empty(report.Divergences);
    }

    [Fact]
    public async Task An_equal_result_changes_nothing()
    {
        var bytes = await RecordAsync();

        using var replay = Recorded.Replay(bytes).Override("BookAsync", "booked AA1");

        Assert.True((await replay.RunAsync(() => agent.HandleAsync("to LHR"))).IsMatch);
    }

    [Fact]
    public async Task One_recorded_call_gets_another_result_by_the_number_of_its_start()
    {
        agent.Body = static async (self, _) => await self.SearchAsync("JFK") + " " + await self.SearchAsync("EWR");
        var bytes = await RecordAsync();
        var second = StartOf(bytes, "SearchAsync", 1);

        using var replay = Recorded.Replay(bytes).Override(second, "nothing");

        Assert.Equal("flights from JFK: AA1 AA2 nothing", (await replay.RunAsync(() => agent.HandleAsync("to LHR"))).Output);
        Assert.Throws<ArgumentException>(() => Recorded.Replay(bytes).Override(second + 1, "x"));
        Assert.Throws<ArgumentException>(() => Recorded.Replay(bytes).Override(99_999L, "x"));
        Assert.Throws<ArgumentException>(() => Recorded.Replay(bytes).Override(StartOf(bytes, "HandleAsync", 0), "x"));
    }

    [Fact]
    public async Task A_function_makes_the_result_of_the_recorded_one()
    {
        agent.Body = static async (self, _) => await self.SearchAsync("JFK") + " " + await self.SearchAsync("EWR");
        var bytes = await RecordAsync();

        using var replay = Recorded.Replay(bytes).OverrideWith<string>(
            "SearchAsync", call => $"{call.Number} {call.Recorded!.Arguments[0].ReadText()} {call.RecordedResult.Length}");

        Assert.Equal("1 JFK 25 2 EWR 25", (await replay.RunAsync(() => agent.HandleAsync("to LHR"))).Output);
    }

    [Fact]
    public async Task A_call_fails_with_the_given_exception_where_the_recorded_one_returned()
    {
        agent.Body = static async (self, _) =>
        {
            try
            {
                return await self.BookAsync("AA1");
            }
            catch (TimeoutException exception)
            {
                return $"sorry: {exception.Message}";
            }
        };
        var bytes = await RecordAsync();

        using var replay = Recorded.Replay(bytes).OverrideFailure("BookAsync", () => new TimeoutException("too late"));
        var report = await replay.RunAsync(() => agent.HandleAsync("to LHR"));

        Assert.Equal("sorry: too late", report.Output);
        Assert.False(Assert.Single(report.Live).SameResult);
    }

    [Fact]
    public async Task A_stream_is_overridden_by_its_items()
    {
        agent.Body = static async (self, request) =>
        {
            var words = new List<string>();
            await foreach (var word in self.StreamAsync(request))
            {
                words.Add(word);
            }

            return string.Join('+', words);
        };
        var bytes = await RecordAsync();

        using var replay = Recorded.Replay(bytes).Override<IEnumerable<string>>("StreamAsync", ["go", "by", "train"]);

        Assert.Equal("go+by+train", (await replay.RunAsync(() => agent.HandleAsync("to LHR"))).Output);
    }

    [Fact]
    public async Task A_result_of_another_type_is_a_divergence_that_names_both_types()
    {
        var bytes = await RecordAsync();

        using var replay = Recorded.Replay(bytes).Override("BookAsync", 17);
        var divergence = (await Assert.ThrowsAsync<ReplayDivergenceException>(() => replay.RunAsync(() => agent.HandleAsync("to LHR")))).Divergence;

        Assert.Contains("Int32", divergence.Message, StringComparison.Ordinal);
        Assert.Contains("String", divergence.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_the_plans_own_function_throws_ends_the_replay_and_is_no_result_of_the_call()
    {
        agent.Body = static async (self, _) =>
        {
            try
            {
                return await self.BookAsync("AA1");
            }
            catch (Exception exception)
            {
                return $"swallowed {exception.GetType().Name}";
            }
        };
        var bytes = await RecordAsync();
        await Refuses(replay => replay.OverrideWith<string>("BookAsync", _ => throw new FormatException("wrong lambda")), "wrong lambda");
        await Refuses(replay => replay.OverrideWith<int>("BookAsync", call => call.RecordedResult), "Int32");
        await Refuses(replay => replay.OverrideFailure("BookAsync", () => null!), "OverrideFailure gave null");

        async Task Refuses(Action<SessionReplay> change, string message)
        {
            using var file = new TemporaryFile();
            using (var replay = Recorded.Replay(bytes).RecordTo(file.Path))
            {
                change(replay);
                var divergence = (await Assert.ThrowsAsync<ReplayDivergenceException>(() => replay.RunAsync(() => agent.HandleAsync("to LHR")))).Divergence;
                Assert.Contains("The plan overrides", divergence.Message, StringComparison.Ordinal);
                Assert.Contains("BookAsync", divergence.Message, StringComparison.Ordinal);
                Assert.Contains(message, divergence.Message, StringComparison.Ordinal);
            }

            using var fork = Recording.Open(file.Path);
            var book = fork.ReadEvents().OfType<CallStartedEvent>().Single(start => start.Method.Name.EndsWith(".BookAsync", StringComparison.Ordinal));
            Assert.IsType<CallFailedEvent>(fork.FindCall(book.Span)!.End);
        }
    }

    [Fact]
    public async Task Items_that_throw_fail_the_stream_in_the_fork_too_and_each_enumeration_is_a_call()
    {
        agent.Body = static async (self, request) =>
        {
            var stream = self.StreamAsync(request);
            var ends = new List<string>();
            for (var time = 0; time < 2; time++)
            {
                try
                {
                    await foreach (var word in stream)
                    {
                        ends.Add(word);
                    }
                }
                catch (TimeoutException)
                {
                    ends.Add("late");
                }
            }

            return string.Join('+', ends);
        };
        var bytes = await RecordAsync();
        using var file = new TemporaryFile();
        using (var replay = Recorded.Replay(bytes).Override("StreamAsync", Broken()).RecordTo(file.Path))
        {
            var report = await replay.RunAsync(() => agent.HandleAsync("to LHR"));
            Assert.Equal("go+late+go+late", report.Output);
            Assert.Equal(2, report.Live.Count);
        }

        using (var fork = Recording.Open(file.Path))
        {
            Assert.Equal([StreamEnding.Failed, StreamEnding.Failed], fork.ReadEvents().OfType<StreamEndedEvent>().Select(end => end.Ending));
        }

        using var again = Session.Replay(file.Path);
        Assert.Equal("go+late+go+late", (await again.RunAsync(() => agent.HandleAsync("to LHR"))).Output);

        static IEnumerable<string> Broken()
        {
            yield return "go";
            throw new TimeoutException("too late");
        }
    }

    [Fact]
    public async Task A_call_inside_a_served_one_and_a_replayed_method_are_refused_with_the_reason()
    {
        agent.Body = static async (self, _) => await self.OuterAsync("JFK");
        var bytes = await RecordAsync();

        var inside = Assert.Throws<ArgumentException>(() => Recorded.Replay(bytes).Override(StartOf(bytes, "SearchAsync", 0), "x"));
        Assert.Contains("made inside", inside.Message, StringComparison.Ordinal);
        Assert.Contains("OuterAsync", inside.Message, StringComparison.Ordinal);
        Assert.Contains("is replayed", Assert.Throws<ArgumentException>(() => Recorded.Replay(bytes).Live("DeskAgent.HandleAsync")).Message, StringComparison.Ordinal);
        Assert.Contains("is replayed", Assert.Throws<ArgumentException>(() => Recorded.Replay(bytes).Override("HandleAsync", "x")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_override_of_one_call_goes_before_one_of_its_method_whichever_was_said_last()
    {
        agent.Body = static async (self, _) => await self.SearchAsync("JFK") + " " + await self.SearchAsync("EWR");
        var bytes = await RecordAsync();

        using var replay = Recorded.Replay(bytes).Override(StartOf(bytes, "SearchAsync", 0), "one").Override("SearchAsync", "first").Override("SearchAsync", "last");

        Assert.Equal("one last", (await replay.RunAsync(() => agent.HandleAsync("to LHR"))).Output);
    }

    [Fact]
    public async Task A_race_is_decided_as_recorded_whatever_the_results_are()
    {
        agent.Body = static async (self, _) =>
        {
            var racing = Enumerable.Range(0, 6).Select(number => self.AskAsync($"flights {number}")).ToArray();
            var winner = Array.IndexOf(racing, await Task.WhenAny(racing));
            await Task.WhenAll(racing);
            return $"{winner}";
        };
        string? recorded = null;
        var bytes = await Recorded.SessionAsync(async () => recorded = await agent.HandleAsync("x"), Scheduling.Exact);

        using var replay = Recorded.Replay(bytes).Override("AskAsync", "no");

        Assert.Equal(recorded, (await replay.RunAsync(() => agent.HandleAsync("x"))).Output);
    }

    [Fact]
    public void A_plan_prints_and_serializes_what_it_changes()
    {
        var plan = ReplayPlan.Empty.Live(CallKind.Model).Live("FlightTools.SearchAsync").Override("BookAsync", "booked").Override(17, 3).ForkAt(42, "fork.reenact").WithCodeVersion("1.5");

        Assert.Equal("live model calls; live FlightTools.SearchAsync; override BookAsync = \"booked\"; override call 17 = 3; fork at event 42; record to fork.reenact; code 1.5", plan.ToString());
        Assert.Equal(
            """{"liveKinds":["model"],"liveMethods":["FlightTools.SearchAsync"],"overrides":[{"method":"BookAsync","result":"\u0022booked\u0022"},{"call":17,"result":"3"}],"compares":false,"forkEvent":42,"recording":"fork.reenact","codeVersion":"1.5"}""",
            plan.ToJson());
        Assert.Equal("serve all calls", ReplayPlan.Empty.ToString());
    }

    private static long StartOf(byte[] bytes, string method, int number)
    {
        using var recording = Recorded.Open(bytes);
        return recording.ReadEvents().OfType<CallStartedEvent>().Where(start => start.Method.Name.EndsWith($".{method}", StringComparison.Ordinal)).ElementAt(number).Sequence;
    }

    private async Task<byte[]> RecordAsync()
    {
        var bytes = await Recorded.SessionAsync(async () => await agent.HandleAsync("to LHR"));
        agent.Ran.Clear();
        return bytes;
    }
}
