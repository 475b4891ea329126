namespace Reenact.Events;

/// <summary>One event of a recording. Immutable.</summary>
public abstract record RecordedEvent
{
    private protected RecordedEvent(long sequence, EventHead head)
    {
        Sequence = sequence;
        Kind = head.Kind;
        Time = TimeSpan.FromTicks(head.Time);
        Span = head.Span;
    }

    /// <summary>Its number in the recording, from 0.</summary>
    public long Sequence { get; }

    /// <summary>What it says; a number that <see cref="EventKind"/> does not name comes from a newer writer.</summary>
    public EventKind Kind { get; }

    /// <summary>When it was, counted from the session's start.</summary>
    public TimeSpan Time { get; }

    /// <summary>The call it belongs to; 0 for none.</summary>
    public long Span { get; }
}
