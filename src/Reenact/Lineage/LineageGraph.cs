namespace Reenact.Lineage;

/// <summary>What an event was derived from, or what came of it. Immutable and thread-safe.</summary>
public sealed record LineageGraph
{
    internal LineageGraph()
    {
    }

    /// <summary>The event that it is about.</summary>
    public required long Event { get; init; }

    /// <summary>Where it leads.</summary>
    public required LineageDirection Direction { get; init; }

    /// <summary>The events that were come to, by number, in the order in which they were: each is as few steps away as can be.</summary>
    public required IReadOnlyList<long> Events { get; init; }

    /// <summary>The steps between them.</summary>
    public required IReadOnlyList<LineageEdge> Edges { get; init; }

    /// <summary>What was too much to be looked at: there may be more events and edges then. Empty when everything was.</summary>
    public required IReadOnlyList<string> Limits { get; init; }

    /// <summary>The graph as a JSON document; <c>docs/comparing.md</c> documents its members.</summary>
    public string ToJson() => LineageJson.Write(this);
}
