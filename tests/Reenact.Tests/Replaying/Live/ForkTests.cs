using Reenact.Events;
using Reenact.Tests.Format;
using Reenact.Tests.Recorders;
using Xunit;

namespace Reenact.Tests.Replaying.Live;

public sealed class ForkTests : IDisposable
{
    private readonly DeskAgent agent = new();
    private readonly TemporaryFile file = new();
    private readonly TemporaryFile second = new();

    [Fact]
    public async Task A_fork_is_served_up_to_its_event_and_live_behind_it_and_names_where_it_comes_from()
    {
        var bytes = await RecordAsync();
        var search = EndOf(bytes, "SearchAsync");
        agent.Model = static _ => "sorry, nothing";

        using var replay = Recorded.Replay(bytes).ForkAt(search, file.Path);
        var report = await replay.RunAsync(() => agent.HandleAsync("to LHR"));

        Assert.Equal("sorry, nothing", report.Output);
        Assert.Equal(["ask flights from JFK: AA1 AA2"], agent.Ran);
        Assert.Empty(report.Divergences);
        using var fork = Reenact.Recording.Open(file.Path);
        Assert.True(fork.Verify().IsIntact);
        var start = fork.ReadEvents().OfType<SessionStartedEvent>().Single();
        Assert.Equal(replay.SessionId.ToString(), start.ParentSession);
        Assert.Equal(search, start.ParentEvent);
        Assert.Equal(replay.ReplayId.ToString(), start.ReplayId);
        Assert.Contains($"\"forkEvent\":{search}", start.ReplayPlan.ReadText(), StringComparison.Ordinal);
        Assert.Equal("desk", start.Info.Agent);
        Assert.Equal(
            [("HandleAsync", false), ("AskAsync", false), ("SearchAsync", false), ("AskAsync", true)],
            fork.ReadEvents().OfType<CallStartedEvent>().Select(call => (call.Method.Name.Split('.')[^1], call.Live)));
        Assert.Equal(Outcome.Success, fork.ReadEvents().OfType<SessionEndedEvent>().Single().Outcome);
    }

    [Fact]
    public async Task A_fork_replays_and_a_fork_of_it_names_the_fork_as_its_parent()
    {
        var bytes = await RecordAsync();
        agent.Model = static _ => "search EWR";
        agent.Search = static _ => Task.FromResult("nothing");
        using (var replay = Recorded.Replay(bytes).ForkAt(EndOf(bytes, "SearchAsync"), file.Path))
        {
            Assert.Equal("gave up", (await replay.RunAsync(() => agent.HandleAsync("to LHR"))).Output);
        }

        agent.Ran.Clear();
        Guid parent;
        long last;
        using (var again = Session.Replay(file.Path))
        {
            var report = await again.RunAsync(() => agent.HandleAsync("to LHR"));
            Assert.Equal("gave up", report.Output);
            Assert.True(report.IsMatch);
            Assert.Equal(Exactness.Exact, report.Exactness);
            Assert.Empty(agent.Ran);
            parent = again.SessionId;
            last = again.Recording.ReadEvents().OfType<CallReturnedEvent>().ElementAt(4).Sequence;
        }

        agent.Model = static _ => "enough";
        using (var forkOfFork = Session.Replay(file.Path).ForkAt(last, second.Path))
        {
            Assert.Equal("enough", (await forkOfFork.RunAsync(() => agent.HandleAsync("to LHR"))).Output);
        }

        using var recording = Reenact.Recording.Open(second.Path);
        var start = recording.ReadEvents().OfType<SessionStartedEvent>().Single();
        Assert.Equal((parent.ToString(), last), (start.ParentSession, start.ParentEvent));
    }

    [Fact]
    public async Task The_fork_is_on_disk_before_anything_runs_live()
    {
        var bytes = await RecordAsync();
        var seen = -1;
        agent.Model = _ =>
        {
            using var prefix = Reenact.Recording.Open(file.Path);
            seen = prefix.ReadEvents().OfType<CallReturnedEvent>().Count();
            return "enough";
        };

        using var replay = Recorded.Replay(bytes).ForkAt(EndOf(bytes, "SearchAsync"), file.Path);
        await replay.RunAsync(() => agent.HandleAsync("to LHR"));

        Assert.Equal(2, seen);
    }

    [Fact]
    public async Task A_call_in_flight_at_the_fork_gets_its_recorded_end()
    {
        agent.Body = static async (self, _) =>
        {
            var first = self.SearchAsync("JFK");
            var model = await self.AskAsync("flights");
            return $"{await first} {model}";
        };
        agent.Search = static async city =>
        {
            await Task.Delay(100);
            return $"flights from {city}";
        };
        var bytes = await RecordAsync();
        agent.Model = static _ => "live answer";
        agent.Search = static _ => throw new InvalidOperationException("It had started before the fork.");

        using var replay = Recorded.Replay(bytes).ForkAt(StartOf(bytes, "SearchAsync"), file.Path);
        var report = await replay.RunAsync(() => agent.HandleAsync("to LHR"));

        Assert.Equal("flights from JFK live answer", report.Output);
        Assert.Equal(["ask flights"], agent.Ran);
    }

    [Fact]
    public async Task Changed_code_is_said_and_nothing_goes_live()
    {
        var bytes = await RecordAsync();
        agent.Body = static async (self, _) => await self.AskAsync("something else");

        using (var replay = Recorded.Replay(bytes).ForkAt(EndOf(bytes, "SearchAsync"), file.Path))
        {
            var divergence = (await Assert.ThrowsAsync<ReplayDivergenceException>(() => replay.RunAsync(() => agent.HandleAsync("to LHR")))).Divergence;
            Assert.Equal(DivergenceKind.ArgumentsDiffer, divergence.Kind);
            Assert.NotNull(divergence.Event);
        }

        agent.Body = static async (self, request) => await self.SummarizeAsync(request) + await self.AskAsync(request);
        using (var skipping = Recorded.Replay(bytes, new ReplayOptions { MatchOrder = MatchOrder.PerMethod }).ForkAt(EndOf(bytes, "SearchAsync"), second.Path))
        {
            await Assert.ThrowsAsync<ReplayDivergenceException>(() => skipping.RunAsync(() => agent.HandleAsync("to LHR")));
        }

        Assert.Empty(agent.Ran);
        using var fork = Reenact.Recording.Open(file.Path);
        Assert.Equal(Outcome.Abandoned, fork.ReadEvents().OfType<SessionEndedEvent>().Single().Outcome);
    }

    [Fact]
    public async Task Side_effects_behind_the_fork_run_only_by_name()
    {
        var bytes = await RecordAsync();
        var fork = EndOf(bytes, "SearchAsync");
        using (var replay = Recorded.Replay(bytes).ForkAt(fork, file.Path))
        {
            var divergence = (await Assert.ThrowsAsync<ReplayDivergenceException>(() => replay.RunAsync(() => agent.HandleAsync("to LHR")))).Divergence;
            Assert.Equal(DivergenceKind.SideEffectsRefused, divergence.Kind);
            Assert.Contains(".Live(\"", divergence.Remedy, StringComparison.Ordinal);
            Assert.DoesNotContain("book AA1", agent.Ran);
        }

        using var named = Recorded.Replay(bytes).Live("BookAsync").ForkAt(fork, second.Path);
        Assert.Equal("done: booked AA1", (await named.RunAsync(() => agent.HandleAsync("to LHR"))).Output);
        Assert.Contains("book AA1", agent.Ran);
    }

    [Fact]
    public async Task Captured_values_are_recorded_ones_up_to_the_fork_and_fresh_behind_it()
    {
        agent.Body = static async (self, request) =>
        {
            var before = Deterministic.NewGuid();
            await self.AskAsync(request);
            return $"{before} {Deterministic.NewGuid()}";
        };
        string? recorded = null;
        var bytes = await Recorded.SessionAsync(async () => recorded = await agent.HandleAsync("to LHR"));

        string? forked;
        using (var replay = Recorded.Replay(bytes).ForkAt(EndOf(bytes, "AskAsync"), file.Path))
        {
            forked = (await replay.RunAsync(() => agent.HandleAsync("to LHR"))).Output;
        }

        Assert.Equal(recorded!.Split(' ')[0], forked.Split(' ')[0]);
        Assert.NotEqual(recorded.Split(' ')[1], forked.Split(' ')[1]);
        using var again = Session.Replay(file.Path);
        Assert.Equal(forked, (await again.RunAsync(() => agent.HandleAsync("to LHR"))).Output);
    }

    [Fact]
    public async Task A_replay_that_only_serves_is_recorded_as_it_was_with_long_texts_stored_once()
    {
        var text = new string('x', 5000);
        agent.Search = _ => Task.FromResult(text);
        agent.Model = static prompt => prompt.Length > 1000 ? "book AA1" : "search JFK";
        agent.Body = static async (self, request) =>
        {
            Session.Current!.Note("began", "agent");
            Session.Current.RecordEnvironment(EnvironmentKind.Prompt, "system", "2", "Be kind.");
            var left = 3;
            self.TryHold("AA1", out var seat, ref left);
            var words = 0;
            await foreach (var word in self.StreamAsync("a b c"))
            {
                words++;
                break;
            }

            try
            {
                await self.OuterAsync(null!);
            }
            catch (ArgumentNullException)
            {
                words++;
            }

            return $"{seat} {left} {words} {await self.SearchAsync(request)} {await self.AskAsync(new string('x', 5000))}";
        };
        string? recorded = null;
        agent.Search = city => city is null ? throw new ArgumentNullException(nameof(city)) : Task.FromResult(text);
        var bytes = await Recorded.SessionAsync(async () => recorded = await agent.HandleAsync("to LHR"));
        agent.Ran.Clear();

        using (var replay = Recorded.Replay(bytes).RecordTo(file.Path))
        {
            Assert.True((await replay.RunAsync(() => agent.HandleAsync("to LHR"))).IsMatch);
        }

        Assert.Empty(agent.Ran);
        using var original = Recorded.Open(bytes);
        using (var copy = Reenact.Recording.Open(file.Path))
        {
            Assert.Equal(Kinds(original), Kinds(copy));
            Assert.Single(copy.ReadEvents().OfType<BlobEvent>(), blob => blob.Content.Length == 5000);
            Assert.Null(copy.ReadEvents().OfType<SessionStartedEvent>().Single().ParentEvent);
        }

        using var again = Session.Replay(file.Path);
        var report = await again.RunAsync(() => agent.HandleAsync("to LHR"));
        Assert.Equal(recorded, report.Output);
        Assert.True(report.IsMatch);

        // Calls inside a served one are part of it, and not made again.
        static List<Type> Kinds(Reenact.Recording recording) =>
        [
            .. recording.ReadEvents()
                .Where(happened => happened is not (BlobEvent or DefinitionEvent) && !IsInsideServed(recording, happened))
                .Select(happened => happened.GetType()),
        ];

        static bool IsInsideServed(Reenact.Recording recording, RecordedEvent happened)
        {
            for (var call = happened.Span == 0 ? null : recording.FindCall(happened.Span)?.Parent; call is not null; call = call.Parent)
            {
                if (call.Method.Kind != CallKind.Agent)
                {
                    return true;
                }
            }

            return false;
        }
    }

    [Fact]
    public async Task A_recording_that_is_there_is_refused_unless_it_is_to_be_replaced()
    {
        var bytes = await RecordAsync();
        await File.WriteAllTextAsync(file.Path, "evidence", TestContext.Current.CancellationToken);

        using (var replay = Recorded.Replay(bytes).RecordTo(file.Path))
        {
            await Assert.ThrowsAsync<RecordingException>(() => replay.RunAsync(() => agent.HandleAsync("to LHR")));
        }

        Assert.Equal("evidence", await File.ReadAllTextAsync(file.Path, TestContext.Current.CancellationToken));
        using var replacing = Recorded.Replay(bytes).RecordTo(file.Path, replace: true);
        await replacing.RunAsync(() => agent.HandleAsync("to LHR"));
        using var recording = Reenact.Recording.Open(file.Path);
        Assert.NotEmpty(recording.Calls);
    }

    [Fact]
    public async Task Compare_runs_all_but_side_effects_and_lists_how_the_world_has_drifted()
    {
        var bytes = await RecordAsync();
        agent.Search = static city => Task.FromResult($"flights from {city}: AA7 AA2");

        using var replay = Recorded.Replay(bytes).Compare();
        var report = await replay.RunAsync(() => agent.HandleAsync("to LHR"));

        Assert.Equal(["ask to LHR", "search JFK", "ask flights from JFK: AA7 AA2"], agent.Ran);
        var drift = Assert.Single(report.Drift);
        Assert.Equal("result", drift.Path);
        Assert.Contains("SearchAsync", drift.Call, StringComparison.Ordinal);
        Assert.Contains("AA1", drift.Expected, StringComparison.Ordinal);
        Assert.Contains("AA7", drift.Actual, StringComparison.Ordinal);
        Assert.True(drift.SameArguments);
        Assert.Equal("done: booked AA1", report.Output);
        Assert.Empty(report.Divergences);
        Assert.Contains("\"drift\"", report.ToJson(), StringComparison.Ordinal);
        Assert.Contains("AA7", report.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Scheduling.Exact)]
    [InlineData(Scheduling.Free)]
    public async Task A_read_too_many_before_the_fork_is_said_and_nothing_goes_live(Scheduling scheduling)
    {
        var bytes = await Recorded.SessionAsync(async () => await agent.HandleAsync("to LHR"), scheduling);
        var fork = EndOf(bytes, "SearchAsync");
        agent.Ran.Clear();
        agent.Body = static async (self, request) => $"{Deterministic.UtcNow} {await self.AskAsync("something else")}";
        using (var replay = Recorded.Replay(bytes).ForkAt(fork, file.Path))
        {
            var divergence = (await Assert.ThrowsAsync<ReplayDivergenceException>(() => replay.RunAsync(() => agent.HandleAsync("to LHR")))).Divergence;
            Assert.Equal(DivergenceKind.CapturedValueExhausted, divergence.Kind);
        }

        using var outside = Recorded.Replay(bytes).ForkAt(fork, second.Path);
        await Assert.ThrowsAsync<ReplayDivergenceException>(() => outside.RunAsync(() => Task.FromResult(Deterministic.UtcNow)));
        Assert.Empty(agent.Ran);
    }

    [Fact]
    public async Task The_parent_is_never_recorded_over_however_its_path_is_spelled()
    {
        await File.WriteAllBytesAsync(file.Path, await RecordAsync(), TestContext.Current.CancellationToken);
        var folder = Path.GetDirectoryName(file.Path)!;
        var name = Path.GetFileName(file.Path);
        File.CreateSymbolicLink(second.Path, file.Path);
        using var replay = Session.Replay(file.Path);

        foreach (var path in new[] { file.Path, second.Path, Path.Combine(folder, ".", "..", Path.GetFileName(folder), name), Path.GetRelativePath(Environment.CurrentDirectory, file.Path) })
        {
            Assert.Contains("itself", Assert.Throws<ArgumentException>(() => replay.RecordTo(path, replace: true)).Message, StringComparison.Ordinal);
            Assert.Throws<ArgumentException>(() => replay.ForkAt(5, path));
        }

        Assert.True((await replay.RunAsync(() => agent.HandleAsync("to LHR"))).IsMatch);
    }

    public void Dispose()
    {
        file.Dispose();
        second.Dispose();
    }

    private static long StartOf(byte[] bytes, string method) => Find<CallStartedEvent>(bytes, method).Sequence;

    private static long EndOf(byte[] bytes, string method)
    {
        using var recording = Recorded.Open(bytes);
        var span = Find<CallStartedEvent>(bytes, method).Span;
        return recording.FindCall(span)!.End!.Sequence;
    }

    private static T Find<T>(byte[] bytes, string method)
        where T : RecordedEvent
    {
        using var recording = Recorded.Open(bytes);
        return recording.ReadEvents().OfType<T>().First(happened => happened is CallStartedEvent start && start.Method.Name.EndsWith($".{method}", StringComparison.Ordinal));
    }

    private async Task<byte[]> RecordAsync()
    {
        var store = new KeptBlockStore();
        await using (var session = Session.Record(store, new SessionInfo { Agent = "desk" }))
        {
            await session.RunAsync(() => agent.HandleAsync("to LHR"));
            session.Complete(Outcome.Success);
        }

        agent.Ran.Clear();
        return store.Bytes;
    }
}
