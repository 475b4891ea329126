namespace Reenact.Events;

/// <summary>A decision of the agent. Immutable.</summary>
public sealed record DecisionEvent : RecordedEvent
{
    internal DecisionEvent(long sequence, EventHead head)
        : base(sequence, head)
    {
    }

    /// <summary>What was decided.</summary>
    public string Name { get; internal init; } = "";

    /// <summary>What was chosen.</summary>
    public RecordedValue Chosen { get; internal init; }

    /// <summary>What else could have been.</summary>
    public IReadOnlyList<RecordedValue> Alternatives { get; internal init; } = [];

    /// <summary>Why.</summary>
    public string? Rationale { get; internal init; }
}
