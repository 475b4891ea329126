namespace Reenact.Events;

/// <summary>Content that later events refer to by id. Immutable.</summary>
public sealed record BlobEvent : RecordedEvent
{
    internal BlobEvent(long sequence, EventHead head)
        : base(sequence, head)
    {
    }

    /// <summary>The id, from 1.</summary>
    public long Id { get; internal init; }

    /// <summary>The content: UTF-8 for text.</summary>
    public ReadOnlyMemory<byte> Content { get; internal init; }
}
