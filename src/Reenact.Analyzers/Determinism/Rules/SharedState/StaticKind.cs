namespace Reenact.Analyzers.Determinism.Rules.SharedState;

/// <summary>What a static member can mean for replay.</summary>
internal enum StaticKind
{
    /// <summary>A constant, code that is judged by what it does, or nothing that is known.</summary>
    None,

    /// <summary>Its value can be replaced.</summary>
    Mutable,

    /// <summary>Always the same object, whose content can change.</summary>
    Holder,

    /// <summary>Always the same generator of random numbers, which every use changes.</summary>
    Random,
}
