namespace Reenact.Events;

/// <summary>The state of the agent. Immutable.</summary>
public sealed record SnapshotEvent : RecordedEvent
{
    internal SnapshotEvent(long sequence, EventHead head)
        : base(sequence, head)
    {
    }

    /// <summary>What of the agent it is the state of.</summary>
    public string Name { get; internal init; } = "";

    /// <summary>The version of the state's shape.</summary>
    public long? Version { get; internal init; }

    /// <summary>Whether it holds only what changed since the snapshot of that name before.</summary>
    public bool IsDelta { get; internal init; }

    /// <summary>The state.</summary>
    public RecordedValue State { get; internal init; }
}
