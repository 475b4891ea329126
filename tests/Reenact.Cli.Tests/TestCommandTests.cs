using System.Diagnostics;
using RecordingWorker;

namespace Reenact.Cli.Tests;

/// <summary>Tests that run in several processes.</summary>
public sealed class TestCommandTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("reenact-test-");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public async Task Workers_share_the_recordings_and_one_summary_tells_of_all()
    {
        await Recordings.RecordAsync(folder.FullName, 9);
        var reports = Path.Combine(folder.FullName, "reports");

        var run = Run("--workers", "3", "--reports", reports, "--", "replay", folder.FullName);

        Assert.Equal((0, true), (run.ExitCode, run.Output.Contains("9 of 9 replays matched", StringComparison.Ordinal)));
        Assert.Contains("45 of 45 (100.0 %) served", run.Output, StringComparison.Ordinal);
        Assert.Equal(9, Directory.GetFiles(reports, "*.json").Length);
        Assert.Equal(9, WorkersThatRan(reports).Sum(worker => worker.Replays));
        Assert.InRange(WorkersThatRan(reports).Count, 2, 3);
        Assert.Contains("9 of 9 recordings, 0 failed", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_divergence_is_exit_code_1_and_stands_in_the_summary()
    {
        await Recordings.RecordAsync(folder.FullName, 3);

        var run = Run("--workers", "2", "--format", "markdown", "--", "replay", folder.FullName, Recordings.NameOf(2));

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("lines: 2 → 3", run.Output, StringComparison.Ordinal);
        Assert.Contains("1 of 3 replays failed", run.Output, StringComparison.Ordinal);
        Assert.Contains("ended with exit code 1. The end of its output:", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_recording_that_no_test_replays_is_exit_code_1()
    {
        await Recordings.RecordAsync(folder.FullName, 2);
        var elsewhere = folder.CreateSubdirectory("elsewhere");
        await Recordings.RecordAsync(elsewhere.FullName, 1);

        var run = Run("--workers", "1", "--", "replay", folder.FullName);

        Assert.Equal(1, run.ExitCode);
        Assert.Contains($"✗ {elsewhere.FullName}/01.reenact\n    No test reported a replay of it.", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_copy_of_a_recording_needs_a_report_of_its_own()
    {
        await Recordings.RecordAsync(folder.FullName, 1);
        File.Copy(Path.Combine(folder.FullName, "01.reenact"), Path.Combine(folder.CreateSubdirectory("deep").FullName, "01.reenact"));

        Assert.Contains("deep/01.reenact", Run("--workers", "1", "--", "replay", folder.FullName).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Shards_together_are_all_recordings_and_an_empty_one_is_fine()
    {
        await Recordings.RecordAsync(folder.FullName, 3);
        var replays = 0;
        for (var shard = 1; shard <= 16; shard++)
        {
            var reports = Path.Combine(folder.FullName, $"reports-{shard}");
            var run = Run("--shard", $"{shard}/16", "--workers", "2", "--reports", reports, "--", "replay", folder.FullName);
            Assert.Equal(0, run.ExitCode);
            replays += Directory.Exists(reports) ? Directory.GetFiles(reports, "*.json").Length : 0;
        }

        Assert.Equal(3, replays);
    }

    [Fact]
    public async Task A_timeout_ends_workers_and_what_they_started()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Looks at /proc.");
        await Recordings.RecordAsync(folder.FullName, 1);
        var pids = Path.Combine(folder.FullName, "pids");

        var run = Run("--timeout", "3s", "--", "hang", pids);

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("It was ended after 3.00 s", run.Output, StringComparison.Ordinal);
        await EndedAsync(pids);
    }

    [Fact]
    public async Task A_timeout_ends_what_left_its_parent_behind_and_nobody_else()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Looks at /proc.");
        await Recordings.RecordAsync(folder.FullName, 1);
        var pids = Path.Combine(folder.FullName, "pids");
        using var other = Process.Start(new ProcessStartInfo("sleep", "1000") { Environment = { ["REENACT_RUN"] = "another" } })!;

        var run = ToolRun.Of("test", folder.FullName, "--timeout", "3s", "--", "sh", "-c", $"(setsid sh -c 'echo $$ > {pids}; exec sleep 1000' &) ; sleep 1000");

        Assert.Equal(1, run.ExitCode);
        await EndedAsync(pids);
        Assert.False(other.HasExited);
        other.Kill();
    }

    [Fact]
    public async Task Ctrl_C_ends_workers_and_what_they_started_and_is_exit_code_130()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Looks at /proc.");
        await Recordings.RecordAsync(folder.FullName, 1);
        var pids = Path.Combine(folder.FullName, "pids");
        using var tool = ToolProcess.Start(["test", folder.FullName, "--", .. ToolProcess.Worker, "hang", pids]);
        var end = ToolProcess.EndAsync(tool);
        await ToolProcess.WaitForAsync(pids);

        using (var kill = Process.Start("kill", ["-INT", $"{tool.Id}"]))
        {
            await kill.WaitForExitAsync(TestContext.Current.CancellationToken);
        }

        var run = await end;
        Assert.Equal(130, run.ExitCode);
        Assert.Contains("It was stopped", run.Output, StringComparison.Ordinal);
        await EndedAsync(pids);
    }

    [Fact]
    public async Task Reports_that_went_away_are_exit_code_1_and_stand_in_the_summary()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "An open folder stays there.");
        await Recordings.RecordAsync(folder.FullName, 1);

        var run = ToolRun.Of("test", folder.FullName, "--", "sh", "-c", "rm -r \"$REENACT_REPORTS\"; sleep 1");

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("The folder of the reports can't be read", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("defect", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_report_folder_that_went_away_before_a_worker_starts_is_made_again_and_the_loss_is_told()
    {
        var recordings = folder.CreateSubdirectory("recordings").FullName;
        await Recordings.RecordAsync(recordings, 2);
        var reports = Path.Combine(folder.FullName, "reports");
        var (output, error) = (new StringWriter(), new StringWriter());
        var console = new ToolConsole(output, error);

        Assert.True((await RunAfterLossAsync([.. ToolProcess.Worker, "replay", recordings])).AllMatched);
        var summary = await RunAfterLossAsync(["true"]);

        Assert.Contains(summary.Incomplete, problem => problem.StartsWith($"{reports}: The folder of the reports went away while the tests were started, and was made again", StringComparison.Ordinal));
        Assert.Equal(3, summary.Incomplete.Count);

        async Task<ReplaySummary> RunAfterLossAsync(string[] command)
        {
            using var kept = ReportFolder.At(reports);
            Directory.Delete(reports);
            var run = new WorkerRun(command, ShardRecordings.In(recordings, Testing.Shard.All), Testing.Shard.All, workers: 2, timeout: null, kept, console);
            var summary = await run.RunAsync(TestContext.Current.CancellationToken);
            Directory.Delete(reports, recursive: true);
            return summary;
        }
    }

    [Fact]
    public void A_report_folder_that_can_not_be_made_again_says_what_happened()
    {
        var path = Path.Combine(folder.FullName, "reports");
        using var reports = ReportFolder.At(path);
        Directory.Delete(path);
        File.WriteAllText(path, "in its place");

        var error = Assert.Throws<UnreadableInputException>(reports.Keep);

        Assert.StartsWith($"{path}: the folder of the reports went away while the tests were started, and can't be made again (", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_search_does_not_follow_links_to_folders_and_does_not_wait_for_a_pipe()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Needs links and a named pipe in a folder.");
        await Recordings.RecordAsync(folder.FullName, 1);
        Directory.CreateSymbolicLink(Path.Combine(folder.FullName, "one"), ".");
        Directory.CreateSymbolicLink(Path.Combine(folder.FullName, "two"), ".");
        NamedPipe.Create(Path.Combine(folder.FullName, "pipe.reenact"));

        var run = ToolRun.Of("test", folder.FullName, "--workers", "2", "--", "true");

        Assert.Equal(1, run.ExitCode);
        Assert.Equal(3, run.Output.Split("No test reported a replay of it.").Length);
    }

    [Fact]
    public async Task What_can_not_be_run_is_exit_code_2()
    {
        Assert.Equal(2, ToolRun.Of("test", folder.FullName, "--", "true").ExitCode);
        await Recordings.RecordAsync(folder.FullName, 1);

        Assert.Equal(2, ToolRun.Of("test", folder.FullName, "--", "/no/such/command").ExitCode);
        Assert.Equal(2, ToolRun.Of("test", folder.FullName).ExitCode);
        Assert.Equal(2, ToolRun.Of("test", folder.FullName, "--shard", "4/3", "--", "true").ExitCode);
        Assert.Equal(2, ToolRun.Of("test", folder.FullName, "--workers", "0", "--", "true").ExitCode);
        Assert.Equal(2, ToolRun.Of("test", folder.FullName, "--timeout", "soon", "--", "true").ExitCode);
        Assert.Equal(2, ToolRun.Of("test", folder.FullName, "--reports", folder.FullName, "--", "true").ExitCode);
        Assert.Equal(2, ToolRun.Of("test", Path.Combine(folder.FullName, "no"), "--", "true").ExitCode);
    }

    /// <summary>Runs the tool; behind <c>--</c> come arguments of the worker.</summary>
    private ToolRun Run(params string[] args)
    {
        var split = Array.IndexOf(args, "--") + 1;
        return ToolRun.Of(["test", folder.FullName, .. args[..split], .. ToolProcess.Worker, .. args[split..]]);
    }

    private static List<(string Log, int Replays)> WorkersThatRan(string reports) =>
    [
        .. from log in Directory.GetFiles(reports, "worker-*.log")
           let text = File.ReadAllText(log)
           select (log, int.Parse(text[(text.IndexOf(" of ", StringComparison.Ordinal) + 4)..].Split(' ')[0], System.Globalization.CultureInfo.InvariantCulture)),
    ];

    private static async Task EndedAsync(string pidFile)
    {
        foreach (var id in (await File.ReadAllTextAsync(pidFile, TestContext.Current.CancellationToken)).Split(' '))
        {
            await ToolProcess.WaitForEndAsync(int.Parse(id, System.Globalization.CultureInfo.InvariantCulture));
        }
    }
}
