using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Reenact.CodeFixes.Shapes;

/// <summary>Splits an ordinary method into a partial declaration, which keeps all that callers see, and the core, which keeps the body.</summary>
internal static class MethodSplitter
{
    public static (MethodDeclarationSyntax Declaration, MethodDeclarationSyntax Core) Split(MethodDeclarationSyntax method) =>
        (Declaration(method), CoreWriter.Write(method));

    private static MethodDeclarationSyntax Declaration(MethodDeclarationSyntax method)
    {
        var first = method.Modifiers.Count > 0 ? method.Modifiers[0] : method.ReturnType.GetFirstToken();
        var modifiers = Modifiers(method).ToList();
        modifiers[0] = modifiers[0].WithLeadingTrivia(first.LeadingTrivia);
        var declaration = method
            .WithModifiers(SyntaxFactory.TokenList(modifiers))
            .WithReturnType(method.ReturnType.WithLeadingTrivia())
            .WithBody(null)
            .WithExpressionBody(null)
            .WithSemicolonToken(default);

        // What stands between signature and body stays with the core.
        return declaration
            .WithTrailingTrivia()
            .WithSemicolonToken(SyntaxFactory.Token(SyntaxKind.SemicolonToken).WithTrailingTrivia(Layout.EndOfLine(method)));
    }

    private static IEnumerable<SyntaxToken> Modifiers(MethodDeclarationSyntax method)
    {
        // A partial method with a result must say how accessible it is.
        if (!method.Modifiers.Any(static modifier => SyntaxFacts.IsAccessibilityModifier(modifier.Kind())))
            yield return Layout.Modifier(SyntaxKind.PrivateKeyword);
        foreach (var modifier in method.Modifiers)
        {
            if (!modifier.IsKind(SyntaxKind.AsyncKeyword))
                yield return modifier.WithLeadingTrivia();
        }

        yield return Layout.Modifier(SyntaxKind.PartialKeyword);
    }
}
