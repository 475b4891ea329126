namespace Reenact.Generators.Shapes;

/// <summary>What keeps a method from being recorded or replayed.</summary>
internal enum ShapeProblemKind
{
    /// <summary>REEN1001: the method is not partial.</summary>
    NotPartial,

    /// <summary>REEN1002: a type that contains the method is not partial.</summary>
    ContainingTypeNotPartial,

    /// <summary>REEN1003: there is no core method.</summary>
    CoreMissing,

    /// <summary>REEN1003: there is a method with the core's name, but its signature differs.</summary>
    CoreDiffers,

    /// <summary>REEN1004: the signature can't be recorded, whatever its types are.</summary>
    UnsupportedSignature,

    /// <summary>REEN1008: the method is marked both <c>[Recorded]</c> and <c>[Replayed]</c>.</summary>
    BothAttributes,

    /// <summary>REEN3001: a parameter's or the result's type can't be recorded.</summary>
    NotRecordable,

    /// <summary>REEN3002: the result's type can be written but not read back.</summary>
    NotReadable,

    /// <summary>No diagnostic of ours: a type does not exist, which the compiler reports.</summary>
    UnresolvedType,
}
