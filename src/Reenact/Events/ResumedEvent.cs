namespace Reenact.Events;

/// <summary>
/// Code of a session that was scheduled exactly went on: some that had left for the thread pool, or what the next completion lets go on, ahead of
/// code that could have gone on, too. Immutable.
/// </summary>
public sealed record ResumedEvent : RecordedEvent
{
    internal ResumedEvent(long sequence, EventHead head)
        : base(sequence, head)
    {
    }

    /// <summary>The number of the flow of code that came back from the thread pool; 0 when none did, and the next completion went ahead.</summary>
    public ulong Flow { get; internal init; }

    /// <summary>
    /// How many continuations had run since the completion, or the resumption, before, where there were more that could have run; null where
    /// there were none.
    /// </summary>
    public long? Continuations { get; internal init; }
}
