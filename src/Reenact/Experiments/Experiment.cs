using Reenact.Experiments;
using Reenact.Files;

namespace Reenact;

/// <summary>
/// Runs one plan over many recordings: what if all these sessions had had another model, prompt or tool. Each run is recorded as a fork, and
/// one that fails doesn't stop the others. Thread-safe.
/// </summary>
public static class Experiment
{
    /// <summary>Runs an experiment.</summary>
    /// <param name="recordings">The recordings' paths; see <see cref="FindRecordings"/>.</param>
    /// <param name="plan">
    /// What is live or overridden. A method that it names must be in one of the recordings, not in each. Where each run forks and is recorded,
    /// the options say.
    /// </param>
    /// <param name="code">
    /// A session's whole code. It is given its replay, whose <see cref="SessionReplay.Recording"/> says what the session was asked, and on which it
    /// may state how the session ended (<see cref="SessionReplay.Complete"/>). Several run at once.
    /// </param>
    /// <param name="options">How to run it.</param>
    /// <param name="cancellationToken">Starts no further runs; those in progress are given it, and are waited for.</param>
    /// <returns>A result for each recording, in the order of the recordings.</returns>
    /// <exception cref="ArgumentException">The plan names a method that no recording has, or several; or it has a fork point or a path of its own.</exception>
    /// <exception cref="ExperimentProgressException{T}"><see cref="ExperimentOptions.Progress"/> threw. All runs have ended; the exception has the report.</exception>
    /// <exception cref="OperationCanceledException">It was canceled. The recordings of runs that had ended are there.</exception>
    public static Task<ExperimentReport<T>> RunAsync<T>(
        IEnumerable<string> recordings,
        ReplayPlan plan,
        Func<SessionReplay, CancellationToken, Task<T>> code,
        ExperimentOptions options,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(recordings);
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(code);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentOutOfRangeException.ThrowIfNegative(options.Workers);
        if (plan.RecordingPath is not null)
        {
            throw new ArgumentException(
                "The plan of an experiment has no recording or fork point of its own: each run goes into ExperimentOptions.OutputFolder, and ExperimentOptions.ForkAt says where it forks.",
                nameof(plan));
        }

        return new ExperimentRunner<T>([.. recordings], plan, code, options).RunAsync(cancellationToken);
    }

    /// <summary>Finds the recordings in a folder and the folders in it; links to folders are not followed.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="pattern">Which files.</param>
    /// <returns>Their paths, in ordinal order.</returns>
    public static IReadOnlyList<string> FindRecordings(string folder, string pattern = "*.reenact") =>
        FolderSearch.Find(folder, pattern);
}
