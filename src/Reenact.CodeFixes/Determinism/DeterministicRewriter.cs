using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Reenact.CodeFixes.Determinism;

/// <summary>Rewrites one offending expression.</summary>
internal static class DeterministicRewriter
{
    /// <summary>The changes that make the expression deterministic; none where nothing does the same.</summary>
    public static IReadOnlyList<Edit> Rewrite(string member, ExpressionSyntax expression, RewriteContext within)
    {
        if (WrittenExpressions.IsWritten(expression))
            return [];
        if (StopwatchRewriter.Rewrite(member, expression, within) is { Count: > 0 } elapsed)
            return elapsed;
        return (Replaced(member, expression) ?? Waits.Rewrite(member, expression, within) ?? CapturedReads.Rewrite(member, expression, within)) is { } edit ? [edit] : [];
    }

    private static Edit? Replaced(string member, ExpressionSyntax expression)
    {
        if (DeterministicReplacements.Values.TryGetValue(member, out var value))
            return Edit.Of<ExpressionSyntax>(expression, _ => Parse(value));
        if (!DeterministicReplacements.Methods.TryGetValue(member, out var method))
            return null;
        return expression is InvocationExpressionSyntax call
            ? Edit.Of(call, current => current.WithExpression(FrameworkCode.Parse(method).WithTriviaFrom(current.Expression)))
            : Edit.Of<ExpressionSyntax>(expression, _ => FrameworkCode.Parse(method));
    }

    /// <summary>Parentheses around a cast go where they need not be.</summary>
    private static ExpressionSyntax Parse(string value) => FrameworkCode.Parse(value) is ParenthesizedExpressionSyntax parenthesized
        ? parenthesized.WithAdditionalAnnotations(Microsoft.CodeAnalysis.Simplification.Simplifier.Annotation)
        : FrameworkCode.Parse(value);
}
