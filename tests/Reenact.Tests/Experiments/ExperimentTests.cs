using Reenact.Events;
using Reenact.Tests.Replaying.Live;
using Xunit;

namespace Reenact.Tests.Experiments;

public sealed class ExperimentTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("reenact-").FullName;

    private string Output => Path.Combine(folder, "out");

    [Fact]
    public async Task One_plan_over_a_folder_gives_a_fork_and_a_result_for_each_recording_in_order()
    {
        await RecordAsync(6);
        var progress = new List<ExperimentProgress>();

        var report = await Experiment.RunAsync(
            Experiment.FindRecordings(Path.Combine(folder, "in")),
            ReplayPlan.Empty.Live(CallKind.Model),
            (replay, _) => Agent("sorry").HandleAsync(replay.Recording.Info.Tags!["request"]),
            new ExperimentOptions { OutputFolder = Output, Workers = 3, Progress = progress.Add },
            TestContext.Current.CancellationToken);

        Assert.Equal(Enumerable.Range(0, 6).Select(number => $"s{number}.reenact"), report.Results.Select(result => Path.GetFileName(result.Recording)));
        Assert.All(report.Results, result =>
        {
            Assert.True(result.Succeeded);
            Assert.Equal("sorry", result.Output);
            Assert.Equal((Outcome.Failure, Outcome.Success), (result.RecordedOutcome, result.Outcome));
            Assert.NotEmpty(result.Report!.Consequences);
            using var fork = Recording.Open(result.Fork);
            using var original = Recording.Open(result.Recording);
            Assert.Equal(original.SessionId.ToString(), fork.ReadEvents().OfType<SessionStartedEvent>().Single().ParentSession);
        });
        Assert.Equal([1, 2, 3, 4, 5, 6], progress.Select(step => step.Ended));
        Assert.Contains("6 with another outcome", report.ToString(), StringComparison.Ordinal);
        Assert.Contains("\"changedResults\"", report.ToJson(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_run_that_fails_diverges_or_cannot_be_read_does_not_stop_the_others()
    {
        await RecordAsync(4);
        await File.WriteAllTextAsync(Path.Combine(folder, "in", "broken.reenact"), "no recording", TestContext.Current.CancellationToken);

        var report = await Experiment.RunAsync(
            Experiment.FindRecordings(Path.Combine(folder, "in")),
            ReplayPlan.Empty.Live(CallKind.Model),
            (replay, _) => replay.Recording.Info.Tags!["request"] switch
            {
                "request 1" => throw new InvalidOperationException("broken agent"),
                "request 2" => Agent("search ELSEWHERE").HandleAsync("request 2"),
                var request => Agent("sorry").HandleAsync(request),
            },
            new ExperimentOptions { OutputFolder = Output, Workers = 2 },
            TestContext.Current.CancellationToken);

        Assert.Equal([false, true, false, false, true], report.Results.Select(result => result.Succeeded));
        Assert.IsType<RecordingException>(report.Results[0].Exception);
        Assert.Equal("broken agent", report.Results[2].Exception!.Message);
        Assert.Equal(Outcome.Failure, report.Results[2].Outcome);
        Assert.Equal(DivergenceKind.ArgumentsDiffer, report.Results[3].Divergence!.Kind);
        Assert.Equal(Outcome.Abandoned, report.Results[3].Outcome);
    }

    [Fact]
    public async Task Each_run_forks_where_its_recording_says()
    {
        await RecordAsync(3);

        var report = await Experiment.RunAsync(
            Experiment.FindRecordings(Path.Combine(folder, "in")),
            ReplayPlan.Empty.Override("SearchAsync", "flights to nowhere"),
            (replay, _) =>
            {
                replay.Complete(Outcome.Canceled, "stopped");
                return Agent("sorry").HandleAsync(replay.Recording.Info.Tags!["request"]);
            },
            new ExperimentOptions { OutputFolder = Output, ForkAt = recording => recording.ReadEvents().OfType<CallReturnedEvent>().First().Sequence },
            TestContext.Current.CancellationToken);

        Assert.All(report.Results, result =>
        {
            Assert.Equal("sorry", result.Output);
            Assert.Equal(Outcome.Canceled, result.Outcome);
            Assert.EndsWith("SearchAsync", Assert.Single(result.Report!.Live, call => call.IsOverridden).Method, StringComparison.Ordinal);
        });
    }

    [Fact]
    public async Task Names_are_of_any_recording_and_paths_are_checked_before_anything_runs()
    {
        await RecordAsync(2);
        await using (var session = Session.Record(Path.Combine(folder, "in", "other.reenact"), new SessionInfo { Tags = new Dictionary<string, string> { ["request"] = "x" } }))
        {
            await Agent("x").SearchAsync("JFK");
        }

        var recordings = Experiment.FindRecordings(Path.Combine(folder, "in"));
        var options = new ExperimentOptions { OutputFolder = Output };
        var report = await Experiment.RunAsync(
            recordings,
            ReplayPlan.Empty.Live("DeskAgent.AskAsync"),
            (replay, _) => replay.Recording.Info.Tags!["request"] == "x" ? Agent("x").SearchAsync("JFK") : Agent("sorry").HandleAsync(replay.Recording.Info.Tags!["request"]),
            options,
            TestContext.Current.CancellationToken);
        Assert.All(report.Results, result => Assert.True(result.Succeeded));

        await Assert.ThrowsAsync<ArgumentException>(() => Run(ReplayPlan.Empty.Live("NoSuchAsync"), options));
        await Assert.ThrowsAsync<ArgumentException>(() => Run(ReplayPlan.Empty.RecordTo("x.reenact"), options));
        await Assert.ThrowsAsync<ArgumentException>(() => Run(ReplayPlan.Empty, options with { OutputFolder = Path.Combine(folder, "in") }));

        Task Run(ReplayPlan plan, ExperimentOptions changed) =>
            Experiment.RunAsync(recordings, plan, (_, _) => Task.FromResult(""), changed, TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task A_name_that_all_recordings_have_only_inside_served_calls_is_an_error()
    {
        await RecordAsync(1);
        await using (Session.Record(Path.Combine(folder, "in", "nested.reenact")))
        {
            await Agent("x").OuterAsync("JFK");
        }

        var recordings = Experiment.FindRecordings(Path.Combine(folder, "in"));
        var options = new ExperimentOptions { OutputFolder = Output };
        var plan = ReplayPlan.Empty.Live("DeskAgent.SearchAsync");

        var report = await Experiment.RunAsync(
            recordings, plan, (replay, _) => replay.Recording.Path.EndsWith("nested.reenact", StringComparison.Ordinal) ? Agent("x").OuterAsync("JFK") : new DeskAgent().HandleAsync("request 0"), options, TestContext.Current.CancellationToken);
        Assert.All(report.Results, result => Assert.True(result.Succeeded));

        var error = await Assert.ThrowsAsync<ArgumentException>(() => Experiment.RunAsync(
            recordings.Where(path => path.EndsWith("nested.reenact", StringComparison.Ordinal)), plan, (_, _) => Task.FromResult(""), options, TestContext.Current.CancellationToken));
        Assert.Contains("nested.reenact), which is served", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Cancellation_starts_no_further_runs()
    {
        await RecordAsync(5);
        using var cancellation = new CancellationTokenSource();
        var runs = 0;

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Experiment.RunAsync(
            Experiment.FindRecordings(Path.Combine(folder, "in")),
            ReplayPlan.Empty.Live(CallKind.Model),
            async (replay, _) =>
            {
                runs++;
                await cancellation.CancelAsync();
                return await Agent("sorry").HandleAsync(replay.Recording.Info.Tags!["request"]);
            },
            new ExperimentOptions { OutputFolder = Output, Workers = 1 },
            cancellation.Token));

        Assert.Equal(1, runs);
        Assert.Single(Directory.GetFiles(Output));
    }

    [Fact]
    public async Task Progress_that_throws_loses_no_result_and_is_thrown_at_the_end()
    {
        await RecordAsync(3);

        var thrown = await Assert.ThrowsAsync<ExperimentProgressException<string>>(() => Experiment.RunAsync(
            Experiment.FindRecordings(Path.Combine(folder, "in")),
            ReplayPlan.Empty.Live(CallKind.Model),
            async (replay, _) =>
            {
                try
                {
                    return await Agent("search ELSEWHERE").HandleAsync(replay.Recording.Info.Tags!["request"]);
                }
                catch (ReplayDivergenceException) when (replay.Recording.Info.Tags!["request"] == "request 1")
                {
                    throw new InvalidOperationException("broken agent");
                }
            },
            new ExperimentOptions { OutputFolder = Output, Workers = 2, Progress = _ => throw new FormatException("broken progress") },
            TestContext.Current.CancellationToken));

        Assert.Equal("broken progress", thrown.InnerException!.Message);
        Assert.Equal(3, thrown.Report.Results.Count);
        Assert.All(thrown.Report.Results, result => Assert.NotNull(result.Report));

        // A run is counted once, also one that diverged and then failed.
        Assert.Contains("0 came to their end, 2 diverged, 1 failed;", thrown.Report.ToString(), StringComparison.Ordinal);
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private static DeskAgent Agent(string answer) => new() { Model = _ => answer };

    private async Task RecordAsync(int count)
    {
        Directory.CreateDirectory(Path.Combine(folder, "in"));
        for (var number = 0; number < count; number++)
        {
            var info = new SessionInfo { Agent = "desk", Tags = new Dictionary<string, string> { ["request"] = $"request {number}" } };
            await using var session = Session.Record(Path.Combine(folder, "in", $"s{number}.reenact"), info);
            await session.RunAsync(() => new DeskAgent().HandleAsync($"request {number}"));
            session.Complete(Outcome.Failure);
        }
    }
}
