using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Reenact.CodeFixes.Determinism;

/// <summary>Expressions that stand for a place and not for a value: no value can stand there instead.</summary>
internal static class WrittenExpressions
{
    /// <summary>Whether the expression is assigned, stepped, or passed by reference.</summary>
    public static bool IsWritten(ExpressionSyntax expression)
    {
        var target = expression;
        while (Around(target) is { } outer)
            target = outer;
        return target.Parent switch
        {
            AssignmentExpressionSyntax assignment => assignment.Left == target,
            PrefixUnaryExpressionSyntax unary => unary.Kind() is SyntaxKind.PreIncrementExpression or SyntaxKind.PreDecrementExpression or SyntaxKind.AddressOfExpression,
            PostfixUnaryExpressionSyntax unary => unary.Kind() is SyntaxKind.PostIncrementExpression or SyntaxKind.PostDecrementExpression,
            ArgumentSyntax argument => argument.RefKindKeyword.RawKind != 0,
            ForEachVariableStatementSyntax loop => loop.Variable == target,
            RefExpressionSyntax => true,
            _ => false,
        };
    }

    /// <summary>Parentheses, and tuples, which are assigned part by part.</summary>
    private static ExpressionSyntax? Around(ExpressionSyntax expression) => expression.Parent switch
    {
        ParenthesizedExpressionSyntax parenthesized => parenthesized,
        ArgumentSyntax { RefKindKeyword.RawKind: 0, Parent: TupleExpressionSyntax tuple } => tuple,
        _ => null,
    };
}
