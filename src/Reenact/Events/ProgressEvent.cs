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

    /// <summary>The parameter that it was reported to: its place among the method's progress parameters, from 0.</summary>
    public int Parameter { get; internal init; }

    /// <summary>Whether it was reported before the call returned to its caller.</summary>
    public ResultCompletion Completion { get; internal init; }
}
