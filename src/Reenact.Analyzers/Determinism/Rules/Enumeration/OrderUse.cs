namespace Reenact.Analyzers.Determinism.Rules.Enumeration;

/// <summary>What code makes of the order of elements, from harmless to worst.</summary>
internal enum OrderUse
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>It goes where nobody sees from here what is made of it, or one element is looked up that is most likely the only one.</summary>
    Possible,

    /// <summary>It decides among elements that an ordering leaves equal.</summary>
    Ties,

    /// <summary>The outcome depends on it.</summary>
    Order,
}
