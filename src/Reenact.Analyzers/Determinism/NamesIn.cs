using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Reenact.Analyzers.Determinism;

/// <summary>Where names stand in a declaration. Found once for a declaration, since a large one is asked for many. Thread-safe.</summary>
internal static class NamesIn
{
    private static readonly ConditionalWeakTable<SyntaxNode, ILookup<string, SyntaxToken>> ByDeclaration = new();

    public static IEnumerable<SyntaxToken> Find(SyntaxNode declaration, string name) => ByDeclaration.GetValue(declaration, Read)[name];

    private static ILookup<string, SyntaxToken> Read(SyntaxNode declaration) =>
        declaration.DescendantTokens().Where(static token => token.IsKind(SyntaxKind.IdentifierToken)).ToLookup(static token => token.ValueText);
}
