using Microsoft.CodeAnalysis;

namespace Reenact.Analyzers.Determinism.Rules.Culture;

/// <summary>The types of the framework whose text may depend on the culture.</summary>
internal enum ValueKind
{
    Other,
    Unsigned,
    Signed,
    Real,
    DateTime,
    DateTimeOffset,
    DateOnly,
    TimeOnly,
    TimeSpan,
}

internal static class ValueKinds
{
    /// <summary>The kind of a type, or of the type that a nullable one wraps.</summary>
    public static ValueKind Of(ITypeSymbol? type) => Underlying(type) switch
    {
        null => ValueKind.Other,
        { TypeKind: TypeKind.Enum } => ValueKind.Other,
        { SpecialType: SpecialType.System_Byte or SpecialType.System_UInt16 or SpecialType.System_UInt32 or SpecialType.System_UInt64 or SpecialType.System_UIntPtr } => ValueKind.Unsigned,
        { SpecialType: SpecialType.System_SByte or SpecialType.System_Int16 or SpecialType.System_Int32 or SpecialType.System_Int64 or SpecialType.System_IntPtr } => ValueKind.Signed,
        { SpecialType: SpecialType.System_Single or SpecialType.System_Double or SpecialType.System_Decimal } => ValueKind.Real,
        { SpecialType: SpecialType.System_DateTime } => ValueKind.DateTime,
        INamedTypeSymbol { IsValueType: true, SpecialType: SpecialType.None, Arity: 0, ContainingType: null } named => ByName(named),
        _ => ValueKind.Other,
    };

    public static bool IsDateOrTime(this ValueKind kind) => kind >= ValueKind.DateTime;

    private static ITypeSymbol? Underlying(ITypeSymbol? type) =>
        type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable ? nullable.TypeArguments[0] : type;

    private static ValueKind ByName(INamedTypeSymbol type) => type.Name switch
    {
        "DateTimeOffset" when FrameworkTypes.IsIn(type, "System") => ValueKind.DateTimeOffset,
        "DateOnly" when FrameworkTypes.IsIn(type, "System") => ValueKind.DateOnly,
        "TimeOnly" when FrameworkTypes.IsIn(type, "System") => ValueKind.TimeOnly,
        "TimeSpan" when FrameworkTypes.IsIn(type, "System") => ValueKind.TimeSpan,
        "Half" when FrameworkTypes.IsIn(type, "System") => ValueKind.Real,
        "Int128" when FrameworkTypes.IsIn(type, "System") => ValueKind.Signed,
        "UInt128" when FrameworkTypes.IsIn(type, "System") => ValueKind.Unsigned,
        "BigInteger" when FrameworkTypes.IsIn(type, "System", "Numerics") => ValueKind.Signed,
        "Complex" when FrameworkTypes.IsIn(type, "System", "Numerics") => ValueKind.Real,
        _ => ValueKind.Other,
    };
}
