namespace Reenact.Analyzers.Determinism.Rules.HashCodes;

/// <summary>Whether equal values of a type have the same hash code in every process.</summary>
internal enum HashCodeStability
{
    /// <summary>They have, or nothing is known that says otherwise.</summary>
    Stable,

    /// <summary>That depends on the type at run time.</summary>
    Open,

    /// <summary>The hash code is seeded by the process, or tells objects apart and not what they hold.</summary>
    Unstable,
}
