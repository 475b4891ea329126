namespace Reenact.Events;

/// <summary>A call returned. Immutable.</summary>
public sealed record CallReturnedEvent : RecordedEvent
{
    internal CallReturnedEvent(long sequence, EventHead head)
        : base(sequence, head)
    {
    }

    /// <summary>What it returned; nil for a call without a result.</summary>
    public RecordedValue Result { get; internal init; }

    /// <summary>The <c>out</c> and <c>ref</c> values, in order of the parameters.</summary>
    public IReadOnlyList<RecordedValue> Outs { get; internal init; } = [];

    /// <summary>Whether it was complete when it returned to its caller.</summary>
    public ResultCompletion Completion { get; internal init; }
}
