using Microsoft.CodeAnalysis;

namespace Reenact.Analyzers.Determinism.CallGraph;

/// <summary>The syntax behind symbols.</summary>
internal static class Declarations
{
    /// <summary>The first declaration of a symbol; null where it has none in source.</summary>
    public static SyntaxNode? FirstDeclaration(this ISymbol symbol) =>
        symbol.DeclaringSyntaxReferences.IsEmpty ? null : symbol.DeclaringSyntaxReferences[0].GetSyntax();
}
