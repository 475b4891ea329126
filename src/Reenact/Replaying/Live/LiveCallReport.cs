namespace Reenact;

/// <summary>A call that ran live in a replay, or got another result than the recorded one. Immutable.</summary>
public sealed record LiveCallReport
{
    /// <summary>The number of the event that starts the recorded call in whose place it was made; null where there is none.</summary>
    public ulong? Event { get; init; }

    /// <summary>The method's full name.</summary>
    public required string Method { get; init; }

    /// <summary>Whether the plan gave the result; otherwise the call ran.</summary>
    public bool IsOverridden { get; init; }

    /// <summary>Whether its arguments were the recorded ones.</summary>
    public bool SameArguments { get; init; }

    /// <summary>Whether it ended as recorded. Null where it had not ended by the end of the replay, and where there is no recorded end.</summary>
    public bool? SameResult { get; init; }

    /// <summary>How long the recorded call took; null where there is none, or its end is not recorded.</summary>
    public TimeSpan? RecordedLatency { get; init; }

    /// <summary>How long it took now; null where it had not ended, and for an overridden call.</summary>
    public TimeSpan? Latency { get; init; }
}
