namespace Reenact.Analyzers.Determinism.Rules.Enumeration;

/// <summary>What the type of a collection says about the order in which it is enumerated.</summary>
internal enum CollectionOrder
{
    /// <summary>Nothing, or an order of its own.</summary>
    Known,

    /// <summary>Sorted, or a set or dictionary behind an interface: what it is filled from may come in any order.</summary>
    Sorted,

    /// <summary>None that is documented; in practice that of insertion as long as nothing is removed.</summary>
    Insertion,

    /// <summary>None: it depends on hash codes, on the processors, on the content or on the garbage collector.</summary>
    None,
}
