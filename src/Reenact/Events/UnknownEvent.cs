namespace Reenact.Events;

/// <summary>An event of a kind that this reader does not know. Immutable.</summary>
public sealed record UnknownEvent : RecordedEvent
{
    internal UnknownEvent(long sequence, EventHead head)
        : base(sequence, head)
    {
    }

    /// <summary>The whole event, as MessagePack.</summary>
    public ReadOnlyMemory<byte> Bytes { get; internal init; }
}
