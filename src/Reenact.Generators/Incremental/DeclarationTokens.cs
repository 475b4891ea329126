using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Reenact.Generators.Incremental;

/// <summary>
/// Writes what a file declares: all of its tokens but those in bodies of methods, constructors and operators, in top-level statements and in
/// lambdas of field initializers. Bodies of accessors count: they say which fields a property shows. So do those of <c>GetHashCode</c>: they
/// say whether the type's hash codes are the same in every process.
/// </summary>
internal sealed class DeclarationTokens(FingerprintWriter writer)
{
    private const int Body = -1;
    private const int Iterator = -2;
    private const int Directive = -3;
    private const int Comment = -4;

    public void Write(SyntaxNode root)
    {
        WriteHeader(root);
        foreach (var each in root.DescendantNodesAndTokens(static node => !IsBody(node)))
        {
            if (each.AsNode() is { } node)
            {
                if (IsBody(node))
                    WriteBody(node);
            }
            else
            {
                WriteToken(each.AsToken());
            }
        }
    }

    /// <summary>A comment that says "auto-generated" at the file's beginning switches its nullable context.</summary>
    private void WriteHeader(SyntaxNode root)
    {
        foreach (var trivia in root.GetLeadingTrivia())
        {
            if (trivia.Kind() is not (SyntaxKind.SingleLineCommentTrivia or SyntaxKind.MultiLineCommentTrivia))
                continue;

            writer.Add(Comment);
            writer.Add(trivia.ToString());
        }
    }

    private void WriteToken(SyntaxToken token)
    {
        if (token.ContainsDirectives)
            WriteDirectives(token.LeadingTrivia);

        writer.Add(token.RawKind);
        writer.Add(token.Text);
    }

    private void WriteBody(SyntaxNode body)
    {
        writer.Add(HasYield(body) ? Iterator : Body);
        if (body.ContainsDirectives)
            WriteDirectives(body.DescendantTrivia());
    }

    /// <summary>What other directives do shows in the tokens; this one holds for everything after it, also from within a body.</summary>
    private void WriteDirectives(IEnumerable<SyntaxTrivia> all)
    {
        foreach (var trivia in all)
        {
            if (!trivia.IsKind(SyntaxKind.NullableDirectiveTrivia))
                continue;

            writer.Add(Directive);
            writer.Add(trivia.ToString());
        }
    }

    private static bool IsBody(SyntaxNode node) => node switch
    {
        BlockSyntax or ArrowExpressionClauseSyntax => node.Parent is BaseMethodDeclarationSyntax and not MethodDeclarationSyntax { Identifier.ValueText: "GetHashCode" }
            || IsLambdaOfField(node),
        ExpressionSyntax => IsLambdaOfField(node),
        GlobalStatementSyntax => true,
        _ => false,
    };

    private static bool IsLambdaOfField(SyntaxNode node) =>
        node.Parent is AnonymousFunctionExpressionSyntax lambda
        && lambda.Body == node
        && lambda.FirstAncestorOrSelf<MemberDeclarationSyntax>() is BaseFieldDeclarationSyntax;

    private static bool HasYield(SyntaxNode body) =>
        body is BlockSyntax && body.DescendantNodes(MayHoldStatements).Any(static node => node is YieldStatementSyntax);

    private static bool MayHoldStatements(SyntaxNode node) =>
        node is (StatementSyntax and not LocalFunctionStatementSyntax)
            or ElseClauseSyntax or CatchClauseSyntax or FinallyClauseSyntax or SwitchSectionSyntax;
}
