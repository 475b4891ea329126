namespace Reenact.Events;

/// <summary>What the session runs with from here on. Immutable.</summary>
public sealed record EnvironmentEvent : RecordedEvent
{
    internal EnvironmentEvent(long sequence, EventHead head)
        : base(sequence, head)
    {
    }

    /// <summary>What it is.</summary>
    public EnvironmentKind Environment { get; internal init; }

    /// <summary>Its name.</summary>
    public string Name { get; internal init; } = "";

    /// <summary>Its version.</summary>
    public string? Version { get; internal init; }

    /// <summary>The SHA-256 of its content; empty when it is not known.</summary>
    public ReadOnlyMemory<byte> ContentHash { get; internal init; }

    /// <summary>Its content; nil or absent when it is not recorded.</summary>
    public RecordedValue Content { get; internal init; }
}
