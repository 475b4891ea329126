using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Reenact.Generators.Exceptions;

/// <summary>
/// Finds where a file names an exception type: <c>throw new X(…)</c> and <c>catch (X …)</c>. Looks for the two keywords in the text,
/// for they are rare in it, and walking all nodes of a project takes longer than all else the generator does.
/// </summary>
internal static class NamedExceptions
{
    /// <summary>Each name once for each type declaration that it stands in.</summary>
    public static IEnumerable<NamedException> In(SyntaxTree tree, CancellationToken cancellationToken)
    {
        var text = tree.GetText(cancellationToken).ToString();
        var root = tree.GetRoot(cancellationToken);
        return Find(text, "throw", root, SyntaxKind.ThrowKeyword)
            .Concat(Find(text, "catch", root, SyntaxKind.CatchKeyword))
            .Distinct();
    }

    private static IEnumerable<NamedException> Find(string text, string keyword, SyntaxNode root, SyntaxKind kind)
    {
        for (var at = text.IndexOf(keyword, StringComparison.Ordinal); at >= 0; at = text.IndexOf(keyword, at + keyword.Length, StringComparison.Ordinal))
        {
            var token = root.FindToken(at);
            if (token.IsKind(kind) && token.SpanStart == at && NameIn(token.Parent) is { } name && !IsTypeParameter(name))
                yield return new NamedException(name.FirstAncestorOrSelf<TypeDeclarationSyntax>(), name.ToString(), kind == SyntaxKind.CatchKeyword);
        }
    }

    private static TypeSyntax? NameIn(SyntaxNode? node) => node switch
    {
        ThrowStatementSyntax { Expression: ObjectCreationExpressionSyntax creation } => creation.Type,
        ThrowExpressionSyntax { Expression: ObjectCreationExpressionSyntax creation } => creation.Type,
        CatchClauseSyntax { Declaration: { } declaration } => declaration.Type,
        _ => null,
    };

    /// <summary>Of a method or local function, which hides a type of the same name. The others are in scope where the name is looked up.</summary>
    private static bool IsTypeParameter(TypeSyntax name) =>
        name is IdentifierNameSyntax { Identifier.ValueText: var text }
        && name.Ancestors().Any(node => node switch
        {
            MethodDeclarationSyntax { TypeParameterList: { } list } => Has(list, text),
            LocalFunctionStatementSyntax { TypeParameterList: { } list } => Has(list, text),
            _ => false,
        });

    private static bool Has(TypeParameterListSyntax list, string name) =>
        list.Parameters.Any(parameter => parameter.Identifier.ValueText == name);
}
