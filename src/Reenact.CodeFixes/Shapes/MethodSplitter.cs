using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Reenact.Generators.Shapes;

namespace Reenact.CodeFixes.Shapes;

/// <summary>Splits an ordinary method into a partial declaration, which keeps all that callers see, and the core, which keeps the body.</summary>
internal static class MethodSplitter
{
    /// <summary>Whether the method has a body of its own, and the name of its core is free.</summary>
    public static bool CanSplit(MethodDeclarationSyntax method) =>
        (method.Body is not null || method.ExpressionBody is not null)
        && !method.Modifiers.Any(SyntaxKind.PartialKeyword)
        && !CoreNameIsTaken(method);

    public static (MethodDeclarationSyntax Declaration, MethodDeclarationSyntax Core) Split(MethodDeclarationSyntax method) =>
        (Declaration(method), CoreWriter.Write(method));

    private static bool CoreNameIsTaken(MethodDeclarationSyntax method) =>
        method.Parent is TypeDeclarationSyntax type
        && type.Members.OfType<MethodDeclarationSyntax>().Any(other =>
            other.Identifier.ValueText == CoreMethod.NameFor(method.Identifier.ValueText)
            && other.ParameterList.Parameters.Count == method.ParameterList.Parameters.Count);

    private static MethodDeclarationSyntax Declaration(MethodDeclarationSyntax method)
    {
        var first = method.Modifiers.Count > 0 ? method.Modifiers[0] : method.ReturnType.GetFirstToken();
        var modifiers = Modifiers(method).ToList();
        modifiers[0] = modifiers[0].WithLeadingTrivia(first.LeadingTrivia);
        var declaration = method
            .WithModifiers(SyntaxFactory.TokenList(modifiers))
            .WithReturnType(method.ReturnType.WithLeadingTrivia())
            .WithParameterList(method.ParameterList.ReplaceNodes(method.ParameterList.Parameters, static (parameter, _) => EnumeratorTokens.Without(parameter)))
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
