namespace Reenact.Events;

/// <summary>A stream ended. Immutable.</summary>
public sealed record StreamEndedEvent : RecordedEvent
{
    internal StreamEndedEvent(long sequence, EventHead head)
        : base(sequence, head)
    {
    }

    /// <summary>How it ended.</summary>
    public StreamEnding Ending { get; internal init; }

    /// <summary>Whether it had ended when the next item was asked for.</summary>
    public ResultCompletion Completion { get; internal init; }
}
