namespace Reenact;

/// <summary>
/// A replay departed from its recording. It is sticky: code that swallows it meets it again at its next recorded call, and
/// <see cref="SessionReplay.RunAsync{T}(Func{Task{T}})"/> throws it at the end.
/// </summary>
public sealed class ReplayDivergenceException : Exception
{
    /// <summary>Makes an exception for a divergence.</summary>
    public ReplayDivergenceException(Divergence divergence)
        : base(divergence.ToString()) => Divergence = divergence;

    /// <summary>What diverged, where, and what to do.</summary>
    public Divergence Divergence { get; }
}
