using Microsoft.CodeAnalysis;

namespace Reenact.CodeFixes.Determinism.Extraction;

/// <summary>Types of the framework that are surely recordable. Others may be, but not without their author's help.</summary>
internal static class RecordableTypes
{
    private static readonly HashSet<string> Values = new(StringComparer.Ordinal) { "Guid", "DateTimeOffset", "DateOnly", "TimeOnly", "TimeSpan", "Uri", "Version", "Half", "Int128", "UInt128" };
    private static readonly HashSet<string> Sequences = new(StringComparer.Ordinal) { "IEnumerable", "IReadOnlyList", "IReadOnlyCollection", "IList", "ICollection", "List" };

    /// <summary>What a recorded method may return: nothing, a value, or a task of one.</summary>
    public static bool IsResult(ITypeSymbol type) => type.SpecialType == SpecialType.System_Void
        || (IsTask(type) ? ((INamedTypeSymbol)type).TypeArguments.All(IsWholeValue) : IsWholeValue(type));

    public static bool IsTask(ITypeSymbol type) => type.Name is "Task" or "ValueTask" && IsIn(type, "System.Threading.Tasks");

    public static bool IsValue(ITypeSymbol type) => type switch
    {
        { SpecialType: >= SpecialType.System_Boolean and <= SpecialType.System_Double or SpecialType.System_String or SpecialType.System_DateTime } or { TypeKind: TypeKind.Enum } => true,
        IArrayTypeSymbol array => IsValue(array.ElementType),
        INamedTypeSymbol { Arity: 0 } named => Values.Contains(named.Name) && IsIn(named, "System"),
        INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable => IsValue(nullable.TypeArguments[0]),
        INamedTypeSymbol { Arity: 1 } sequence => Sequences.Contains(sequence.Name) && IsIn(sequence, "System.Collections.Generic") && IsValue(sequence.TypeArguments[0]),
        _ => false,
    };

    /// <summary>Bare sequences may be read only as they are enumerated, and only as far.</summary>
    private static bool IsWholeValue(ITypeSymbol type) => type.OriginalDefinition.SpecialType != SpecialType.System_Collections_Generic_IEnumerable_T && IsValue(type);

    /// <summary>Whether a variable of the type can be a parameter; one that isn't recorded is passed all the same.</summary>
    public static bool CanBePassed(ITypeSymbol type) =>
        type is { IsRefLikeType: false, IsAnonymousType: false, TypeKind: not (TypeKind.Pointer or TypeKind.FunctionPointer or TypeKind.Error or TypeKind.TypeParameter) };

    public static bool IsToken(ITypeSymbol type) => type.Name == "CancellationToken" && IsIn(type, "System.Threading");

    public static ITypeSymbol TypeOf(ISymbol variable) => variable is ILocalSymbol local ? local.Type : ((IParameterSymbol)variable).Type;

    private static bool IsIn(ITypeSymbol type, string space) => type.ContainingNamespace?.ToDisplayString() == space;
}
