using Microsoft.CodeAnalysis;

namespace Reenact.Analyzers.Determinism.CallGraph;

/// <summary>Compares constructions of generic types.</summary>
internal static class Constructions
{
    /// <summary>
    /// Whether an object of the one may be used as the other: <c>IHandler&lt;int&gt;</c> is no <c>IHandler&lt;string&gt;</c>. Where a type
    /// parameter or variance leaves it open, it may.
    /// </summary>
    public static bool MayBeSame(INamedTypeSymbol one, INamedTypeSymbol other)
    {
        if (!SymbolEqualityComparer.Default.Equals(one.OriginalDefinition, other.OriginalDefinition))
            return false;
        for (var i = 0; i < one.TypeArguments.Length; i++)
        {
            if (one.OriginalDefinition.TypeParameters[i].Variance == VarianceKind.None && !MayBeSame(one.TypeArguments[i], other.TypeArguments[i]))
                return false;
        }

        return one.ContainingType is null || other.ContainingType is null || MayBeSame(one.ContainingType, other.ContainingType);
    }

    private static bool MayBeSame(ITypeSymbol one, ITypeSymbol other) => (one, other) switch
    {
        (ITypeParameterSymbol or IErrorTypeSymbol, _) or (_, ITypeParameterSymbol or IErrorTypeSymbol) => true,
        (INamedTypeSymbol { IsGenericType: true } left, INamedTypeSymbol { IsGenericType: true } right) => MayBeSame(left, right),
        (IArrayTypeSymbol left, IArrayTypeSymbol right) => MayBeSame(left.ElementType, right.ElementType),
        _ => SymbolEqualityComparer.Default.Equals(one, other),
    };
}
