namespace Reenact.Events;

/// <summary>Replayed code read a value of the world. Immutable.</summary>
public sealed record ValueCapturedEvent : RecordedEvent
{
    internal ValueCapturedEvent(long sequence, EventHead head)
        : base(sequence, head)
    {
    }

    /// <summary>What it was read from.</summary>
    public CaptureSource Source { get; internal init; }

    /// <summary>The name of an environment variable or of a named value.</summary>
    public string? Name { get; internal init; }

    /// <summary>The value.</summary>
    public RecordedValue Value { get; internal init; }
}
