namespace Reenact.Events;

/// <summary>A stream produced an item. Immutable.</summary>
public sealed record StreamItemEvent : RecordedEvent
{
    internal StreamItemEvent(long sequence, EventHead head)
        : base(sequence, head)
    {
    }

    /// <summary>The item.</summary>
    public RecordedValue Item { get; internal init; }

    /// <summary>Whether the item was there when it was asked for.</summary>
    public ResultCompletion Completion { get; internal init; }
}
