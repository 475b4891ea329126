using Reenact.Replaying.Reports;
using Reenact.Testing.Modes;
using Reenact.Testing.Recordings;
using Reenact.Testing.Reports;
using Reenact.Testing.Running;

namespace Reenact.Testing.Suites;

/// <summary>Runs many recordings, several at once.</summary>
internal sealed class SuiteRun(TestHost host, RecordingSuiteOptions options, TestIdentity test)
{
    private readonly Lock gate = new();
    private int done;
    private int failed;

    /// <param name="pattern">Which recordings.</param>
    /// <param name="start">Starts the run of one.</param>
    /// <param name="cancellationToken">Starts no further ones.</param>
    public async Task<RecordingSuiteResult> RunAsync(string pattern, Func<TestRun, string, Task> start, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(options.Workers);
        var shard = options.Shard ?? TestSwitches.Read(host.Variable).Shard;
        var recordings = RecordingSearch.Find(pattern, test, host.AssemblyFolder, shard);
        var results = new RecordingResult[recordings.Count];
        await Parallel.ForAsync(
            0,
            recordings.Count,
            new ParallelOptions { MaxDegreeOfParallelism = options.Workers, CancellationToken = cancellationToken },
            async (place, _) =>
            {
                results[place] = await RunOneAsync(recordings[place], start).ConfigureAwait(false);
                Tell(results[place], recordings.Count);
            }).ConfigureAwait(false);
        return new RecordingSuiteResult(results, Summarize(results));
    }

    private async Task<RecordingResult> RunOneAsync(string recording, Func<TestRun, string, Task> start)
    {
        var run = TestRun.Create(host, recording, options.Test, test.SourceFile, test.Method);
        try
        {
            await start(run, recording).ConfigureAwait(false);
            return new RecordingResult(recording, run.Report, null);
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            return new RecordingResult(recording, run.Report, exception);
        }
    }

    private void Tell(RecordingResult result, int total)
    {
        lock (gate)
        {
            done++;
            failed += result.Passed ? 0 : 1;
            options.Progress?.Report(new RecordingSuiteProgress(result, done, failed, total));
        }
    }

    private ReplaySummary Summarize(RecordingResult[] results)
    {
        var summary = new SummaryBuilder();
        foreach (var result in results)
        {
            var failure = result.Failure is null ? null : TestFailure.Describe(result.Failure);
            if (result.Report is not null)
            {
                summary.Add(ReportDigest.Of(result.Report, test.FullName, failure));
            }
            else if (failure is not null)
            {
                summary.AddProblem(result.Recording, failure);
            }
        }

        return summary.Build();
    }
}
