namespace Reenact;

/// <summary><see cref="ExperimentOptions.Progress"/> threw. All runs of the experiment went on to their ends, and nothing of them is lost.</summary>
/// <typeparam name="T">What the code of the experiment returns.</typeparam>
public sealed class ExperimentProgressException<T> : Exception
{
    internal ExperimentProgressException(ExperimentReport<T> report, Exception innerException)
        : base($"ExperimentOptions.Progress threw {innerException.GetType()}, and was told no more. All runs have ended; Report has their results.", innerException) => Report = report;

    /// <summary>What the experiment came to.</summary>
    public ExperimentReport<T> Report { get; }
}
