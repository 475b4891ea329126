namespace Reenact.Events;

/// <summary>One thing comes from another. Immutable.</summary>
public sealed record LinkEvent : RecordedEvent
{
    internal LinkEvent(long sequence, EventHead head)
        : base(sequence, head)
    {
    }

    /// <summary>What it comes from: the number of an event, or text that names something outside the recording.</summary>
    public RecordedValue From { get; internal init; }

    /// <summary>What comes from it: the number of an event, or text that names something outside the recording.</summary>
    public RecordedValue To { get; internal init; }

    /// <summary>How.</summary>
    public LinkRelation Relation { get; internal init; }
}
