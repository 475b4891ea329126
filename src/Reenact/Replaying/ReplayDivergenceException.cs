namespace Reenact;

/// <summary>
/// A replay departed from its recording. It is sticky: code that swallows it meets it again at its next recorded call, and
/// <see cref="SessionReplay.RunAsync{T}(Func{Task{T}})"/> throws it at the end.
/// </summary>
public sealed class ReplayDivergenceException : Exception
{
    /// <summary>Makes an exception for a divergence.</summary>
    /// <param name="divergence">What diverged.</param>
    /// <param name="innerException">What the replayed code threw in the end, if it did.</param>
    public ReplayDivergenceException(Divergence divergence, Exception? innerException = null)
        : base(divergence.ToString(), innerException) => Divergence = divergence;

    /// <summary>What diverged, where, and what to do.</summary>
    public Divergence Divergence { get; }
}
