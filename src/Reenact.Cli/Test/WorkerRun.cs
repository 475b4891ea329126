using Reenact.Replaying.Reports;
using Reenact.Testing;

namespace Reenact.Cli;

/// <summary>Runs a test command in several processes, each with its own part of a shard, and makes one summary of their reports.</summary>
internal sealed class WorkerRun(IReadOnlyList<string> command, ShardRecordings recordings, Shard shard, int workers, TimeSpan? timeout, ReportFolder folder, ToolConsole console, string? keys = null)
{
    private const int LinesTold = 30;

    /// <summary>Whether somebody asked for the run's end before it ended by itself.</summary>
    public bool WasStopped { get; private set; }

    public async Task<ReplaySummary> RunAsync(CancellationToken stop)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(stop);
        if (timeout is { } time)
        {
            limit.CancelAfter(time);
        }

        List<Worker> running = [];
        var mark = new RunMark();
        try
        {
            StartAll(running, mark);
            var progress = new ProgressLine(console, recordings.Count);
            var all = Task.WhenAll(running.Select(worker => worker.WaitAsync(limit.Token)));
            await new ReportWatch(folder.Path, progress).UntilAsync(all).ConfigureAwait(false);
            progress.End();
            await all.ConfigureAwait(false);
            WasStopped = stop.IsCancellationRequested;
            return Summarize(running, timedOut: limit.IsCancellationRequested && !WasStopped);
        }
        finally
        {
            running.ForEach(worker => worker.Dispose());
        }
    }

    /// <summary>A part without recordings needs no process.</summary>
    private void StartAll(List<Worker> running, RunMark mark)
    {
        for (var number = 1; number <= workers; number++)
        {
            var part = shard.Part(number, workers);
            if (recordings.HasAnyIn(part))
            {
                folder.Keep();
                running.Add(Worker.Start($"worker {number} of {workers}", command, part, folder.Path, keys, mark, Path.Combine(folder.Path, $"worker-{number}.log")));
            }
        }
    }

    private ReplaySummary Summarize(List<Worker> ended, bool timedOut)
    {
        var summary = new SummaryBuilder();
        List<ReportDigest> reports = [];
        try
        {
            summary.AddFolder(folder.Path, reports.Add);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            summary.AddProblem(folder.Path, $"The folder of the reports can't be read: {exception.Message} Something took it away while the tests ran, such as a clean-up of temporary files; --reports names another.");
        }

        if (timedOut || WasStopped)
        {
            summary.AddProblem("the run", timedOut ? $"It was ended after {Quantities.Duration(timeout!.Value)}, before all workers had ended." : "It was stopped before all workers had ended.");
        }

        foreach (var worker in ended.Where(worker => worker.ExitCode != 0))
        {
            summary.AddProblem(worker.Name, $"{command[0]} ended with exit code {worker.ExitCode}.");
            Tell(worker);
        }

        var missing = recordings.Without(reports).ToList();
        if (folder.WasLost && missing.Count > 0)
        {
            summary.AddProblem(folder.Path, "The folder of the reports went away while the tests were started, and was made again: reports that were in it are lost. Give another with --reports, which nothing cleans up.");
        }

        foreach (var recording in missing)
        {
            summary.AddProblem(recording, "No test reported a replay of it.");
        }

        return summary.Build();
    }

    private void Tell(Worker worker)
    {
        console.Complain($"{worker.Name} ended with exit code {worker.ExitCode}. The end of its output:");
        foreach (var line in worker.LastOutput.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).TakeLast(LinesTold))
        {
            console.Error.WriteLine($"  {SafeText.OneLine(line)}");
        }
    }
}
