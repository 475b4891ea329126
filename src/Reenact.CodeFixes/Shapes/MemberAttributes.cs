using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Reenact.CodeFixes.Shapes;

/// <summary>Adds attributes to types and members, each on a line of its own after those that are there.</summary>
internal static class MemberAttributes
{
    public static T Add<T>(T member, AttributeSyntax attribute, SyntaxTrivia endOfLine)
        where T : MemberDeclarationSyntax
    {
        var list = SyntaxFactory.AttributeList(SyntaxFactory.SingletonSeparatedList(attribute));
        var indentation = Layout.Indentation(member);
        return member.AttributeLists.Count > 0
            ? (T)member.WithAttributeLists(member.AttributeLists.Add(list.WithLeadingTrivia(indentation).WithTrailingTrivia(endOfLine)))
            : (T)member
                .WithLeadingTrivia(indentation)
                .WithAttributeLists(SyntaxFactory.SingletonList(list.WithLeadingTrivia(member.GetLeadingTrivia()).WithTrailingTrivia(endOfLine)));
    }
}
