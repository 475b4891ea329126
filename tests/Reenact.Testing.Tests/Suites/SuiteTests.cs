using Reenact.Testing.Running;
using Reenact.Testing.Suites;

namespace Reenact.Testing.Tests.Suites;

public sealed class SuiteTests : IDisposable
{
    private readonly TestFolder folder = new();
    private readonly Dictionary<string, string> variables = [];

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Every_recording_is_replayed_once_and_gets_a_result_in_order()
    {
        await RecordAsync(12);
        var bank = new Bank();

        var suite = await RunAsync(new() { Workers = 4 }, recording => new RefundAgent(bank).HandleAsync("a-1", AmountOf(recording)));

        Assert.Equal(Enumerable.Range(0, 12).Select(NameOf), suite.Results.Select(result => result.Recording));
        Assert.All(suite.Results, result => Assert.True(result.Report!.IsMatch));
        Assert.True(suite.Passed);
        suite.EnsurePassed();
        Assert.True(suite.Summary.AllMatched);
        Assert.Equal(12, suite.Summary.Replays);
        Assert.Equal(0, bank.LiveCalls);
    }

    [Fact]
    public async Task Inputs_come_from_each_recording()
    {
        await RecordAsync(5);

        var suite = await Suite(new()).RunAsync(
            "recordings/*.reenact",
            (run, _) => run.ReplayAsync(replay => new RefundAgent(new Bank()).HandleAsync(replay.Input<string>("account"), replay.Input<decimal>("amount"))),
            TestContext.Current.CancellationToken);

        suite.EnsurePassed();
        Assert.Equal(5, suite.Summary.Passed);
    }

    [Fact]
    public async Task Failures_are_results_and_one_exception_tells_of_all()
    {
        await RecordAsync(4);
        File.WriteAllText(folder["recordings/broken.reenact"], "no recording");

        var suite = await RunAsync(new(), async recording =>
        {
            await new RefundAgent(new Bank()).HandleAsync("a-1", recording == NameOf(1) ? 99 : AmountOf(recording));
            Assert.NotEqual(NameOf(2), recording);
        });

        Assert.Equal([NameOf(1), NameOf(2), "recordings/broken.reenact"], suite.Results.Where(result => !result.Passed).Select(result => result.Recording));
        Assert.False(suite.Passed);
        Assert.Equal((4, 2, 1), (suite.Summary.Replays, suite.Summary.Failed, suite.Summary.Incomplete.Count));
        var error = Assert.Throws<ReenactTestException>(suite.EnsurePassed);
        Assert.StartsWith("3 of 5 recordings failed.\nrecordings/01.reenact\n  event ", error.Message, StringComparison.Ordinal);
        Assert.Contains("\n    differs   amount: \"1\" → \"99\"", error.Message, StringComparison.Ordinal);
        Assert.Contains("\nrecordings/02.reenact\n  Xunit.Sdk.NotEqualException: ", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Shards_together_run_every_recording_once()
    {
        await RecordAsync(20);
        File.WriteAllText(folder["recordings/broken.reenact"], "no recording");
        List<string> run = [];
        for (var shard = 1; shard <= 3; shard++)
        {
            variables["REENACT_SHARD"] = $"{shard}/3";
            run.AddRange((await RunAsync(new(), _ => Task.CompletedTask)).Results.Select(result => result.Recording));
        }

        Assert.Equal([.. Enumerable.Range(0, 20).Select(NameOf), "recordings/broken.reenact"], run.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_shard_without_recordings_passes_and_matches_nothing()
    {
        await RecordAsync(1);
        var results = new List<RecordingSuiteResult>
        {
            await RunAsync(new() { Shard = new Shard(1, 2) }, recording => new RefundAgent(new Bank()).HandleAsync("a-1", AmountOf(recording))),
            await RunAsync(new() { Shard = new Shard(2, 2) }, recording => new RefundAgent(new Bank()).HandleAsync("a-1", AmountOf(recording))),
        };

        Assert.All(results, result => Assert.True(result.Passed));
        Assert.Equal([0, 1], results.Select(result => result.Results.Count).Order());
        Assert.Single(results, result => result.Summary.AllMatched);
    }

    [Fact]
    public async Task Progress_counts_up_to_the_total()
    {
        await RecordAsync(8);
        var progress = new Listener();

        await RunAsync(new() { Workers = 3, Progress = progress }, recording => new RefundAgent(new Bank()).HandleAsync("a-1", recording == NameOf(5) ? 99 : AmountOf(recording)));

        Assert.Equal(Enumerable.Range(1, 8), progress.Heard.Select(heard => heard.Done));
        Assert.All(progress.Heard, heard => Assert.Equal(8, heard.Total));
        Assert.Equal(1, progress.Heard[^1].Failed);
    }

    [Fact]
    public async Task No_more_than_the_workers_run_at_once()
    {
        await RecordAsync(9);
        int running = 0, most = 0;
        var gate = new Lock();

        await RunAsync(new() { Workers = 2, Test = new() { Mode = ReenactMode.Off } }, async _ =>
        {
            lock (gate)
            {
                most = Math.Max(most, ++running);
            }

            await Task.Delay(10);
            lock (gate)
            {
                running--;
            }
        });

        Assert.InRange(most, 1, 2);
    }

    [Fact]
    public async Task Canceled_it_starts_no_more()
    {
        await RecordAsync(6);
        using var source = new CancellationTokenSource();
        var ran = 0;

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Suite(new() { Workers = 1, Test = new() { Mode = ReenactMode.Off } }).RunAsync(
            "recordings/*.reenact",
            async (_, _) =>
            {
                ran++;
                await source.CancelAsync();
            },
            source.Token));

        Assert.Equal(1, ran);
    }

    [Fact]
    public async Task A_shard_that_is_none_is_an_error()
    {
        await RecordAsync(1);
        variables["REENACT_SHARD"] = "4/3";

        var error = await Assert.ThrowsAsync<ReenactTestException>(() => RunAsync(new(), _ => Task.CompletedTask));

        Assert.Equal("The environment variable REENACT_SHARD is \"4/3\", which is no shard. Set it to one of how many, such as 3/16, or remove it.", error.Message);
    }

    [Fact]
    public async Task Without_workers_nothing_can_run() =>
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => RunAsync(new() { Workers = 0 }, _ => Task.CompletedTask));

    private static string NameOf(int number) => $"recordings/{number:00}.reenact";

    private static decimal AmountOf(string recording) => int.Parse(Path.GetFileNameWithoutExtension(recording), System.Globalization.CultureInfo.InvariantCulture);

    private Task<RecordingSuiteResult> RunAsync(RecordingSuiteOptions options, Func<string, Task> code) =>
        Suite(options).RunAsync("recordings/*.reenact", (run, recording) => run.RunAsync(() => code(recording)), TestContext.Current.CancellationToken);

    private SuiteRun Suite(RecordingSuiteOptions options) =>
        new(new TestHost(variables.GetValueOrDefault, folder.FullName), options, new TestIdentity("/_/no/such/RefundTests.cs", "All"));

    private async Task RecordAsync(int count)
    {
        for (var i = 0; i < count; i++)
        {
            var options = new ReenactTestOptions { Mode = ReenactMode.Record };
            var amount = i;
            await TestRun.Create(new TestHost(_ => null, folder.FullName), NameOf(i), options, "/_/no/such/RefundTests.cs", "Record")
                .RunAsync(() => new RefundAgent(new Bank()).HandleAsync("a-1", amount));
        }
    }

    private sealed class Listener : IProgress<RecordingSuiteProgress>
    {
        public List<RecordingSuiteProgress> Heard { get; } = [];

        public void Report(RecordingSuiteProgress value) => Heard.Add(value);
    }
}
