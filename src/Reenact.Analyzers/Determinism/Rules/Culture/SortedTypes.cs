using Microsoft.CodeAnalysis;

namespace Reenact.Analyzers.Determinism.Rules.Culture;

/// <summary>Types whose default order is that of the current culture's text.</summary>
internal static class SortedTypes
{
    /// <summary>Strings, and tuples that compare one.</summary>
    public static bool Follow(ITypeSymbol? type) => type switch
    {
        { SpecialType: SpecialType.System_String } => true,
        INamedTypeSymbol { IsTupleType: true } tuple => tuple.TupleElements.Any(static element => Follow(element.Type)),
        _ => false,
    };
}
