namespace Reenact.Events;

/// <summary>The session ended. Immutable.</summary>
public sealed record SessionEndedEvent : RecordedEvent
{
    internal SessionEndedEvent(long sequence, EventHead head)
        : base(sequence, head)
    {
    }

    /// <summary>How.</summary>
    public Outcome Outcome { get; internal init; }

    /// <summary>The error code, for an outcome that has one.</summary>
    public string? ErrorCode { get; internal init; }

    /// <summary>What there is to say about the outcome.</summary>
    public string? Message { get; internal init; }

    /// <summary>What the agent answered in the end; nil when nobody said.</summary>
    public RecordedValue FinalOutput { get; internal init; }

    /// <summary>How exactly a replay can reproduce its races.</summary>
    public Exactness Exactness { get; internal init; }

    /// <summary>Why the recording is <see cref="Exactness.Free"/>; null where it is exact, or its recorder didn't say.</summary>
    public FreeCause? FreeCause { get; internal init; }

    /// <summary>The number of the event before which, or with which, that was seen first; null where it is not said.</summary>
    public long? FreeSince { get; internal init; }
}
