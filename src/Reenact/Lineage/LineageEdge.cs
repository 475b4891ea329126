using Reenact.Events;

namespace Reenact.Lineage;

/// <summary>One event comes from another. Immutable.</summary>
public sealed record LineageEdge
{
    internal LineageEdge()
    {
    }

    /// <summary>The number of the event that it comes from; null when a link names something outside the recording.</summary>
    public long? From { get; internal init; }

    /// <summary>What a link names outside the recording; else null.</summary>
    public string? Outside { get; internal init; }

    /// <summary>The number of the event that comes from it; null when a link names something outside the recording.</summary>
    public long? To { get; internal init; }

    /// <summary>How it is known.</summary>
    public LineageEdgeKind Kind { get; internal init; }

    /// <summary>Whether the recording says so; else it is inferred from content.</summary>
    public bool IsRecorded => Kind != LineageEdgeKind.Content;

    /// <summary>What a link says; null for others.</summary>
    public LinkRelation? Relation { get; internal init; }

    /// <summary>Why it was inferred, the strongest first; at most 64.</summary>
    public IReadOnlyList<LineageEvidence> Evidence { get; internal init; } = [];

    /// <summary>How much evidence there is, with what is not in <see cref="Evidence"/>.</summary>
    public int EvidenceCount { get; internal init; }
}
