namespace Reenact.Events;

/// <summary>A call reported progress. Immutable.</summary>
public sealed record ProgressEvent : RecordedEvent
{
    internal ProgressEvent(long sequence, EventHead head)
        : base(sequence, head)
    {
    }

    /// <summary>What it reported.</summary>
    public RecordedValue Value { get; internal init; }
}
