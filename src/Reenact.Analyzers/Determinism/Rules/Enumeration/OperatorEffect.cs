namespace Reenact.Analyzers.Determinism.Rules.Enumeration;

/// <summary>What an operator of LINQ does with the order of a sequence.</summary>
internal enum OperatorEffect
{
    /// <summary>Its result does not depend on it.</summary>
    Ignores,

    /// <summary>Its result depends on it.</summary>
    Uses,

    /// <summary>It gives a query in the same order.</summary>
    PassesOn,

    /// <summary>It gives an array or a list in the same order.</summary>
    Fixes,

    /// <summary>It puts an order in its place; only elements with equal keys keep theirs.</summary>
    Replaces,

    /// <summary>It takes the first element with the least or greatest key.</summary>
    TakesFirstOfEqual,

    /// <summary>It takes the first or last element that meets a condition.</summary>
    TakesFirstMatch,
}
