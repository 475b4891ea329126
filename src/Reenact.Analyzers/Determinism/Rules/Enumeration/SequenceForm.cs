namespace Reenact.Analyzers.Determinism.Rules.Enumeration;

/// <summary>What holds elements that come in no order of their own.</summary>
internal enum SequenceForm
{
    /// <summary>The unordered collection: enumerating it is what counts.</summary>
    Collection,

    /// <summary>A query over it that runs when it is enumerated.</summary>
    Query,

    /// <summary>An array or a list that has taken over the order.</summary>
    List,
}
