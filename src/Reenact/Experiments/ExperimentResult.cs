namespace Reenact;

/// <summary>What one run of an experiment came to. Immutable.</summary>
public record ExperimentResult
{
    /// <summary>The recording that was replayed.</summary>
    public required string Recording { get; init; }

    /// <summary>The recording of the run.</summary>
    public required string Fork { get; init; }

    /// <summary>How the recorded session ended; null where the recording doesn't say, or can't be read.</summary>
    public Outcome? RecordedOutcome { get; init; }

    /// <summary>How the session of the run ended; null where there is none.</summary>
    public Outcome? Outcome { get; init; }

    /// <summary>What the replay found; null where it did not start.</summary>
    public ReplayReport? Report { get; init; }

    /// <summary>The first divergence: a call that the recording couldn't serve; null where there is none.</summary>
    public Divergence? Divergence { get; init; }

    /// <summary>What the code threw, or what kept the run from starting; null where nothing did, and for a divergence.</summary>
    public Exception? Exception { get; init; }

    /// <summary>Whether the code came to its end.</summary>
    public bool Succeeded => Divergence is null && Exception is null;

    /// <summary>Whether the session ended with another outcome than the recorded one.</summary>
    public bool OutcomeChanged => Outcome != RecordedOutcome;
}

/// <summary>What one run of an experiment came to, with what its code returned. Immutable.</summary>
public sealed record ExperimentResult<T> : ExperimentResult
{
    /// <summary>What the code returned; the default where it did not come to its end.</summary>
    public T? Output { get; init; }
}
