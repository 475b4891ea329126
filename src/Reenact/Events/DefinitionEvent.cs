namespace Reenact.Events;

/// <summary>A name or a method that later events refer to by id. Immutable.</summary>
public sealed record DefinitionEvent : RecordedEvent
{
    internal DefinitionEvent(long sequence, EventHead head)
        : base(sequence, head)
    {
    }

    /// <summary>The id, from 1.</summary>
    public long Id { get; internal init; }

    /// <summary>The name.</summary>
    public string Name { get; internal init; } = "";

    /// <summary>The method; null when it is only a name.</summary>
    public MethodDefinition? Method { get; internal init; }
}
