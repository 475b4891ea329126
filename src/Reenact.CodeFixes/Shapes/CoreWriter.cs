using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Reenact.Generators.Shapes;

namespace Reenact.CodeFixes.Shapes;

/// <summary>Writes a core's declaration from that of its method: private, without attributes, defaults and docs.</summary>
internal static class CoreWriter
{
    /// <summary>The core with the method's own body, if it has one.</summary>
    public static MethodDeclarationSyntax Write(MethodDeclarationSyntax method) =>
        method
            .WithAttributeLists(default)
            .WithModifiers(SyntaxFactory.TokenList(Modifiers(method).Select(Layout.Modifier)))
            .WithReturnType(method.ReturnType.WithLeadingTrivia())
            .WithIdentifier(SyntaxFactory.Identifier(CoreMethod.NameFor(method.Identifier.ValueText)).WithTriviaFrom(method.Identifier))
            .WithParameterList(method.ParameterList.ReplaceNodes(method.ParameterList.Parameters, (parameter, _) => Parameter(parameter, method.Modifiers.Any(SyntaxKind.AsyncKeyword))))
            .WithLeadingTrivia(Layout.EndOfLine(method), Layout.Indentation(method));

    private static IEnumerable<SyntaxKind> Modifiers(MethodDeclarationSyntax method)
    {
        yield return SyntaxKind.PrivateKeyword;
        foreach (var kept in new[] { SyntaxKind.StaticKeyword, SyntaxKind.ReadOnlyKeyword, SyntaxKind.UnsafeKeyword, SyntaxKind.AsyncKeyword })
        {
            if (method.Modifiers.Any(kept))
                yield return kept;
        }
    }

    private static ParameterSyntax Parameter(ParameterSyntax parameter, bool isAsync) => parameter
        .WithAttributeLists(isAsync ? EnumeratorTokens.Only(parameter) : default)
        .WithModifiers(SyntaxFactory.TokenList(parameter.Modifiers
            .Where(static modifier => !modifier.IsKind(SyntaxKind.ThisKeyword) && !modifier.IsKind(SyntaxKind.ParamsKeyword))
            .Select(static modifier => modifier.WithLeadingTrivia())))
        .WithType(parameter.Type?.WithLeadingTrivia())
        .WithDefault(null)
        .WithLeadingTrivia(parameter.GetLeadingTrivia())
        .WithTrailingTrivia(parameter.GetTrailingTrivia());
}
