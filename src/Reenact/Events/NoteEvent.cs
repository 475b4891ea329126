namespace Reenact.Events;

/// <summary>A note. Immutable.</summary>
public sealed record NoteEvent : RecordedEvent
{
    internal NoteEvent(long sequence, EventHead head)
        : base(sequence, head)
    {
    }

    /// <summary>Who wrote it.</summary>
    public string? Author { get; internal init; }

    /// <summary>The note.</summary>
    public string Text { get; internal init; } = "";
}
