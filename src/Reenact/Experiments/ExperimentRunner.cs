using Reenact.Replaying;

namespace Reenact.Experiments;

/// <summary>Runs an experiment.</summary>
internal sealed class ExperimentRunner<T>(
    string[] recordings, ReplayPlan plan, Func<SessionReplay, CancellationToken, Task<T>> code, ExperimentOptions options)
{
    private readonly Lock gate = new();
    private readonly ExperimentResult<T>[] results = new ExperimentResult<T>[recordings.Length];
    private Exception? progressFailure;
    private int ended;

    public async Task<ExperimentReport<T>> RunAsync(CancellationToken cancellationToken)
    {
        var methods = MethodsOfAll();
        var resolved = plan.WithFullNames(methods.Served, $"the {recordings.Length} recordings", methods.Replayed);
        PlanReach.Check(resolved, methods.Reached, methods.Inside.GetValueOrDefault);
        var forks = OutputPaths.Of(recordings, options.OutputFolder);
        var workers = new ParallelOptions
        {
            MaxDegreeOfParallelism = options.Workers == 0 ? Environment.ProcessorCount : options.Workers,
            CancellationToken = cancellationToken,
        };
        await Parallel.ForAsync(0, recordings.Length, workers, async (number, stopping) =>
        {
            var result = await RunAsync(recordings[number], forks[number], resolved, stopping).ConfigureAwait(false);
            results[number] = result;
            Report(result);
        }).ConfigureAwait(false);
        var report = new ExperimentReport<T>(plan, results);
        return progressFailure is null ? report : throw new ExperimentProgressException<T>(report, progressFailure);
    }

    private async Task<ExperimentResult<T>> RunAsync(string path, string fork, ReplayPlan resolved, CancellationToken cancellationToken)
    {
        var result = new ExperimentResult<T> { Recording = path, Fork = fork };
        SessionReplay? replay = null;
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(fork)!);
            var recording = Open(path);
            result = result with { RecordedOutcome = OutcomeOf(recording) };
            replay = Session.Replay(recording, options.Replay with { Plan = ReplayPlan.Empty });
            var last = options.ForkAt?.Invoke(recording);
            replay.With(last is { } sequence ? resolved.ForkAt(sequence, fork, options.Replace) : resolved.RecordTo(fork, options.Replace));
            var report = await replay.RunAsync(() => code(replay, cancellationToken)).ConfigureAwait(false);
            return Ended(result, replay, fork) with { Output = report.Output, Divergence = report.Divergences.Count > 0 ? report.Divergences[0] : null };
        }
        catch (ReplayDivergenceException exception)
        {
            // What the code threw of its own is why it went no further.
            return Ended(result, replay, fork) with { Divergence = exception.Divergence, Exception = IsDivergence(exception.InnerException) ? null : exception.InnerException };
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            throw;
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            return Ended(result, replay, fork) with { Exception = exception };
        }
        finally
        {
            replay?.Dispose();
        }
    }

    private static bool IsDivergence(Exception? exception) =>
        exception is ReplayDivergenceException || (exception is not null && IsDivergence(exception.InnerException));

    private ExperimentResult<T> Ended(ExperimentResult<T> result, SessionReplay? replay, string fork)
    {
        if (replay is not { IsRecorded: true })
        {
            return result;
        }

        try
        {
            using var recording = Open(fork);
            return result with { Report = replay.Report, Outcome = OutcomeOf(recording) };
        }
        catch (RecordingException)
        {
            return result with { Report = replay.Report }; // What kept it from being written is the run's exception.
        }
    }

    private Recording Open(string path) =>
        Recording.Open(path, new RecordingOpenOptions { KeyStore = options.Replay.KeyStore, KeyTimeout = options.Replay.KeyTimeout, Dictionaries = options.Replay.Dictionaries });

    private static Outcome? OutcomeOf(Recording recording) => recording.Summary.Outcome;

    /// <summary>The methods of all recordings; none where the plan names none.</summary>
    private ExperimentMethods MethodsOfAll()
    {
        var methods = new ExperimentMethods();
        foreach (var path in plan.LiveMethods.IsEmpty && plan.Overrides.IsEmpty ? [] : recordings)
        {
            try
            {
                using var recording = Open(path);
                methods.Add(recording);
            }
            catch (RecordingException)
            {
                // Its run says why it can't be read.
            }
        }

        return methods;
    }

    private void Report(ExperimentResult result)
    {
        lock (gate)
        {
            ended++;
            if (progressFailure is not null)
            {
                return; // It is told no more, and what it threw is thrown when all runs have ended.
            }

            try
            {
                options.Progress?.Invoke(new ExperimentProgress(ended, recordings.Length, result));
            }
            catch (Exception exception) when (exception is not OutOfMemoryException)
            {
                progressFailure = exception;
            }
        }
    }
}
