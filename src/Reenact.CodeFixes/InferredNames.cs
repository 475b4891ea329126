using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Reenact.CodeFixes;

/// <summary>Writes the names out that members of anonymous objects and tuples took from an expression that is replaced: <c>new { UtcNow = … }</c>.</summary>
internal static class InferredNames
{
    /// <summary>The changes that keep the names around a node that changes. They come after its own.</summary>
    public static IEnumerable<Edit> Keeping(SyntaxNode changed, RewriteContext within)
    {
        foreach (var around in changed.Ancestors().TakeWhile(static node => node is not StatementSyntax))
        {
            if (around is AnonymousObjectMemberDeclaratorSyntax { NameEquals: null } member && member.Expression.TryGetInferredMemberName() is { } name)
            {
                yield return Edit.Of(member, current => current.Expression.TryGetInferredMemberName() == name ? current
                    : current.WithNameEquals(SyntaxFactory.NameEquals(Written(name).WithTrailingTrivia(SyntaxFactory.Space))
                        .WithEqualsToken(SyntaxFactory.Token(SyntaxKind.EqualsToken).WithTrailingTrivia(SyntaxFactory.Space))));
            }
            else if (around is ArgumentSyntax { NameColon: null, Parent: TupleExpressionSyntax tuple } element
                && element.Expression.TryGetInferredMemberName() is { } elementName && IsNamed(tuple, element, elementName, within))
            {
                yield return Edit.Of(element, current => current.Expression.TryGetInferredMemberName() == elementName ? current
                    : current.WithNameColon(SyntaxFactory.NameColon(Written(elementName))
                        .WithColonToken(SyntaxFactory.Token(SyntaxKind.ColonToken).WithTrailingTrivia(SyntaxFactory.Space))));
            }
        }
    }

    /// <summary>Names that two elements would have are not taken, and those that the target's type gives come first.</summary>
    private static bool IsNamed(TupleExpressionSyntax tuple, ArgumentSyntax element, string name, RewriteContext within) =>
        tuple.Parent is not CastExpressionSyntax
        && within.Model.GetTypeInfo(tuple, within.CancellationToken).ConvertedType is INamedTypeSymbol { IsTupleType: true } type
        && tuple.Arguments.IndexOf(element) is var place && place < type.TupleElements.Length && type.TupleElements[place].Name == name;

    private static IdentifierNameSyntax Written(string name) =>
        SyntaxFactory.IdentifierName(SyntaxFacts.GetKeywordKind(name) == SyntaxKind.None ? name : "@" + name);
}
