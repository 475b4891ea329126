namespace Reenact;

/// <summary>
/// What a catalogue says of a recording. A sealed recording holds it ready; otherwise it is made from the events that
/// there are. It says nothing that the events don't. Immutable.
/// </summary>
public sealed record RecordingSummary
{
    /// <summary>How the session ended; null when it did not.</summary>
    public Outcome? Outcome { get; init; }

    /// <summary>The error code that the session ended with.</summary>
    public string? ErrorCode { get; init; }

    /// <summary>When the session started; null when the recording doesn't say.</summary>
    public DateTimeOffset? StartTime { get; init; }

    /// <summary>The time from the session's start to its last event.</summary>
    public TimeSpan Duration { get; init; }

    /// <summary>How many calls of each kind started.</summary>
    public IReadOnlyDictionary<CallKind, long> Calls { get; init; } = new Dictionary<CallKind, long>();

    /// <summary>How many calls failed or were canceled.</summary>
    public long FailedCalls { get; init; }

    /// <summary>Tokens that models read, as they reported it.</summary>
    public long InputTokens { get; init; }

    /// <summary>Tokens that models wrote, as they reported it.</summary>
    public long OutputTokens { get; init; }

    /// <summary>Tokens among <see cref="InputTokens"/> that came from a cache, as models reported it.</summary>
    public long CachedInputTokens { get; init; }

    /// <summary>The models that answered, in order of their first answer; at most 100.</summary>
    public IReadOnlyList<string> Models { get; init; } = [];

    /// <summary>How exactly a replay can reproduce the session's races; null when the session did not end.</summary>
    public Exactness? Exactness { get; init; }

    /// <summary>How many events there are.</summary>
    public long Events { get; init; }
}
