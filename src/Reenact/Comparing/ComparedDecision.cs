using Reenact.Events;

namespace Reenact.Comparing;

/// <summary>A decision that was taken in both sessions, or in one. Immutable.</summary>
public sealed record ComparedDecision
{
    internal ComparedDecision()
    {
    }

    /// <summary>How it compares.</summary>
    public Change Change { get; internal init; }

    /// <summary>What was decided.</summary>
    public string Name => (Before ?? After!).Name;

    /// <summary>The decision in the session before; null when it was added.</summary>
    public DecisionEvent? Before { get; internal init; }

    /// <summary>The decision in the session after; null when it was removed.</summary>
    public DecisionEvent? After { get; internal init; }

    /// <summary>How what was chosen differs; empty for a decision that only one session has.</summary>
    public IReadOnlyList<ValueDifference> Differences { get; internal init; } = [];
}
