namespace Reenact.Events;

/// <summary>One event of a recording. Immutable.</summary>
/// <param name="Sequence">Its number in the recording, from 0.</param>
/// <param name="Kind">What it says; a number that <see cref="EventKind"/> does not name comes from a newer writer.</param>
/// <param name="Time">When it was, counted from the session's start.</param>
/// <param name="Span">The call it belongs to; 0 for none.</param>
public abstract record RecordedEvent(long Sequence, EventKind Kind, TimeSpan Time, long Span)
{
    internal RecordedEvent(long sequence, EventHead head)
        : this(sequence, head.Kind, TimeSpan.FromTicks(head.Time), head.Span)
    {
    }
}
