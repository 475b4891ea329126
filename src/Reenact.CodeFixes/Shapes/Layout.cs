using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Reenact.CodeFixes.Shapes;

/// <summary>The layout of the file that a fix writes into.</summary>
internal static class Layout
{
    /// <summary>The line ending that the file uses.</summary>
    public static SyntaxTrivia EndOfLine(SyntaxNode node)
    {
        foreach (var trivia in node.SyntaxTree.GetRoot().DescendantTrivia())
        {
            if (trivia.IsKind(SyntaxKind.EndOfLineTrivia))
                return trivia;
        }

        return SyntaxFactory.ElasticEndOfLine("\n");
    }

    /// <summary>The white space before a member.</summary>
    public static SyntaxTrivia Indentation(MemberDeclarationSyntax member)
    {
        var before = member.GetLeadingTrivia();
        return before.Count > 0 && before.Last() is var last && last.IsKind(SyntaxKind.WhitespaceTrivia) ? last : SyntaxFactory.Whitespace("");
    }

    public static SyntaxToken Modifier(SyntaxKind kind) => SyntaxFactory.Token(default, kind, SyntaxFactory.TriviaList(SyntaxFactory.Space));
}
