namespace Reenact.Lineage;

/// <summary>How it is known that one event comes from another.</summary>
public enum LineageEdgeKind
{
    /// <summary>A link says so. Recorded.</summary>
    Link = 0,

    /// <summary>It is how a call ended, and the other is how it started. Recorded.</summary>
    ResultOf = 1,

    /// <summary>Content of the one reappears in the other. Inferred.</summary>
    Content = 2,
}
