using Reenact.Events;

namespace Reenact.Generators.Tests.Running;

/// <summary><c>IProgress&lt;T&gt;</c>: reports are events of the call, and come again on replay.</summary>
public sealed class ProgressTests : IDisposable
{
    private const string Source = """
        namespace Acme;

        public sealed record Step(string Name, int Of);

        public partial class Importer
        {
            [Recorded]
            public partial int Import(string file, IProgress<int>? progress, IProgress<Step?>? steps);

            private int ImportCore(string file, IProgress<int>? progress, IProgress<Step?>? steps)
            {
                Agent.Runs++;
                steps?.Report(new Step("open " + file, 2));
                progress?.Report(50);
                steps?.Report(null);
                progress?.Report(100);
                return file == "bad" ? throw new FormatException("no import") : 3;
            }

            [Recorded(Leaf = true)]
            public partial int Count(IProgress<int>? progress);

            private int CountCore(IProgress<int>? progress)
            {
                progress?.Report(1);
                return ++Agent.Runs;
            }

            [Recorded]
            public partial Task<int> ImportAsync(string file, int reports, IProgress<string>? progress = null, CancellationToken cancellationToken = default);

            private async Task<int> ImportCoreAsync(string file, int reports, IProgress<string>? progress, CancellationToken cancellationToken)
            {
                Agent.Runs++;
                progress?.Report($"{file} opened");
                for (var i = 0; i < reports; i++)
                {
                    await Task.Delay(3, cancellationToken).ConfigureAwait(false);
                    progress?.Report($"{file} {i}");
                }

                if (file == "stop")
                {
                    Agent.Stop.Cancel();
                    cancellationToken.ThrowIfCancellationRequested();
                }

                Agent.Late = progress;
                return reports;
            }

            [Recorded]
            public partial Task CrowdAsync(IProgress<int> progress);

            private async Task CrowdCoreAsync(IProgress<int> progress)
            {
                await Task.Yield();
                Parallel.For(0, 200, i => progress.Report(i));
            }

            [Recorded]
            public partial string Look(string name);

            private string LookCore(string name) => name + ++Agent.Runs;
        }

        public sealed class Handler<T>(Action<T> handle) : IProgress<T>
        {
            public void Report(T value) => handle(value);
        }

        public partial class Agent
        {
            public static int Runs;
            public static int Extra;
            public static string Said = "half";
            public static IProgress<string>? Late;
            public static CancellationTokenSource Stop = new();

            [Replayed]
            public partial void Chat([IgnoreInMatch] IProgress<string> progress);

            private void ChatCore(IProgress<string> progress) => progress.Report(Said);

            [Replayed]
            public partial Task<int> WorkAsync(IProgress<string>? progress);

            private async Task<int> WorkCoreAsync(IProgress<string>? progress)
            {
                progress?.Report(Said);
                new Importer().Look("w");
                for (var i = 0; i < Extra; i++)
                    progress?.Report("extra");

                await Task.Yield();
                if (Extra >= 0)
                    progress?.Report("done");

                return 1;
            }

            public static async Task<string> RunAsync(string request)
            {
                var tools = new Importer();
                var said = new List<string>();
                var list = new Handler<string>(value => { lock (said) said.Add(value); });
                switch (request)
                {
                    case "sync" or "bad":
                        try
                        {
                            said.Add(tools.Import(request, new Handler<int>(value => said.Add($"{value}%")), new Handler<Step?>(value => said.Add(value?.Name ?? "none"))).ToString());
                        }
                        catch (FormatException exception)
                        {
                            said.Add(exception.Message);
                        }

                        break;
                    case "nobody":
                        said.Add(tools.Import("x", null, null) + "" + await tools.ImportAsync("y", 1) + await new Agent().WorkAsync(null));
                        break;
                    case "one":
                        said.Add(tools.Import("x", null, new Handler<Step?>(value => said.Add(value?.Name ?? "none"))).ToString());
                        break;
                    case "leaf":
                        // The handler is the caller's code, so it may call what the leaf must not.
                        tools.Count(new Handler<int>(value => said.Add(tools.Look("h"))));
                        break;
                    case "throwing":
                        try
                        {
                            tools.Count(new Handler<int>(value => throw new InvalidOperationException("handler")));
                        }
                        catch (InvalidOperationException exception)
                        {
                            said.Add(exception.Message);
                        }

                        break;
                    case "async":
                        var first = tools.ImportAsync("a", 3, list);
                        said.Add("between");
                        var second = tools.ImportAsync("b", 4, new Handler<string>(value => { lock (said) said.Add(value + tools.Look("!")); }));
                        var won = await await Task.WhenAny(first, second);
                        lock (said) said.Add($"won {won}");
                        await first;
                        await second;
                        break;
                    case "stop":
                        Stop = new CancellationTokenSource();
                        try
                        {
                            await tools.ImportAsync("stop", 2, list, Stop.Token);
                        }
                        catch (OperationCanceledException)
                        {
                            said.Add("canceled");
                        }

                        break;
                    case "late":
                        await tools.ImportAsync("late", 0, list);
                        Late?.Report("after the end");
                        Late = null;
                        break;
                    case "crowd":
                        var sum = 0;
                        await tools.CrowdAsync(new Handler<int>(value => Interlocked.Add(ref sum, value)));
                        said.Add(sum.ToString());
                        break;
                    case "work":
                        said.Add((await new Agent().WorkAsync(list)).ToString());
                        break;
                    case "chat":
                        new Agent().Chat(list);
                        break;
                    case "standard":
                        var posted = new Progress<string>(value => { lock (said) said.Add(value); });
                        await tools.ImportAsync("p", 2, posted);
                        await Task.Delay(50);
                        break;
                }

                lock (said) return string.Join("; ", said);
            }
        }
        """;

    private static readonly AgentRun Shared = new(Source);

    private readonly AgentRun agent = Shared;

    [Theory]
    [InlineData("sync", "open sync; 50%; none; 100%; 3")]
    [InlineData("bad", "open bad; 50%; none; 100%; no import")]
    [InlineData("one", "open x; none; 3")]
    [InlineData("nobody", "311")]
    [InlineData("throwing", "handler")]
    [InlineData("stop", "stop opened; stop 0; stop 1; canceled")]
    [InlineData("crowd", "19900")]
    [InlineData("work", "half; done; 1")]
    public async Task The_caller_hears_the_same_without_a_session_recorded_and_replayed(string request, string heard) =>
        Assert.Equal(heard, await agent.EachWayAsync(request));

    [Theory]
    [InlineData("leaf", false)]
    [InlineData("leaf", true)]
    [InlineData("async", true)]
    public async Task Reports_come_again_in_recorded_order_and_handlers_are_the_callers_code(string request, bool exact)
    {
        var recorded = await agent.RecordAsync(request, exact);
        var runs = agent.Read<int>("Runs");
        Assert.Equal(recorded, await agent.ReplayAsync(request));
        Assert.Equal(runs, agent.Read<int>("Runs"));
        using var recording = Recording.Open(agent.Recording);
        Assert.True(recording.Verify().IsIntact);
    }

    [Fact]
    public async Task Reports_before_the_call_returned_are_told_from_later_ones()
    {
        await agent.RecordAsync("stop");
        using var recording = Recording.Open(agent.Recording);
        var call = Assert.Single(recording.Calls);
        Assert.Equal(["progress"], call.Method.ProgressNames);
        var reports = call.Events.Cast<ProgressEvent>().ToList();
        Assert.Equal(["stop opened", "stop 0", "stop 1"], reports.Select(report => report.Value.ReadText()));
        Assert.Equal([ResultCompletion.AtReturn, ResultCompletion.Later, ResultCompletion.Later], reports.Select(report => report.Completion));
        Assert.All(reports, report => Assert.Equal(0, report.Parameter));
    }

    [Fact]
    public async Task Reports_name_their_parameter()
    {
        await agent.RecordAsync("sync");
        using var recording = Recording.Open(agent.Recording);
        Assert.Equal([1, 0, 1, 0], Assert.Single(recording.Calls).Events.Cast<ProgressEvent>().Select(report => report.Parameter));
    }

    [Fact]
    public async Task A_report_after_the_end_is_passed_on_and_no_part_of_the_call()
    {
        Assert.Equal("late opened; after the end", await agent.RecordAsync("late"));
        Assert.Equal("late opened", await agent.ReplayAsync("late"));
    }

    [Fact]
    public async Task Reports_from_many_threads_are_all_recorded()
    {
        await agent.RecordAsync("crowd");
        using var recording = Recording.Open(agent.Recording);
        var values = Assert.Single(recording.Calls).Events.Cast<ProgressEvent>().Select(report => report.Value.Read<int, Shims.Int32Codec>());
        Assert.Equal(Enumerable.Range(0, 200), values.Order());
        Assert.True(recording.Verify().IsIntact);
    }

    [Fact]
    public async Task The_standard_progress_gets_its_reports_on_replay()
    {
        await agent.RecordAsync("standard", exact: true);
        Assert.Equal("p opened; p 0; p 1", await agent.ReplayAsync("standard"));
    }

    [Theory]
    [InlineData("Said", "third", "something else")]
    [InlineData("Extra", 1, "something else")]
    [InlineData("Extra", -1, "without a report")]
    public async Task A_replayed_method_that_reports_something_else_diverges(string field, object value, string message)
    {
        await agent.RecordAsync("work", exact: true);
        var before = agent.Read<object>(field);
        agent.Write(field, value);
        try
        {
            var divergence = await Assert.ThrowsAsync<ReplayDivergenceException>(() => agent.ReplayAsync("work"));
            Assert.Equal(DivergenceKind.OutputDiffers, divergence.Divergence.Kind);
            Assert.Contains(message, divergence.Message, StringComparison.Ordinal);
        }
        finally
        {
            agent.Write(field, before);
        }
    }

    [Fact]
    public async Task Reports_that_are_ignored_in_matches_may_differ()
    {
        await agent.RecordAsync("chat");
        agent.Write("Said", "something");
        try
        {
            Assert.Equal("something", await agent.ReplayAsync("chat"));
        }
        finally
        {
            agent.Write("Said", "half");
        }
    }

    public void Dispose() => File.Delete(agent.Recording);
}
