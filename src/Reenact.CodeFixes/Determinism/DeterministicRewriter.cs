using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Reenact.CodeFixes.Determinism;

/// <summary>Rewrites one offending expression.</summary>
internal static class DeterministicRewriter
{
    /// <summary>The part of the expression to replace, and its replacement; null where nothing does the same.</summary>
    public static (ExpressionSyntax Old, ExpressionSyntax New)? Rewrite(
        string member, ExpressionSyntax expression, SemanticModel model, CancellationToken cancellationToken)
    {
        if (DeterministicReplacements.Values.TryGetValue(member, out var value))
            return (expression, FrameworkCode.Parse(value));

        var call = expression as InvocationExpressionSyntax;
        if (DeterministicReplacements.Methods.TryGetValue(member, out var method))
        {
            var callee = call?.Expression ?? expression;
            return (callee, FrameworkCode.Parse(method));
        }

        if (call is not null && DeterministicReplacements.Calls.TryGetValue(member, out var wait)
            && WaitArguments(call.ArgumentList, model, cancellationToken) is { } arguments)
        {
            return (call, call.WithExpression(FrameworkCode.Parse(wait).WithTriviaFrom(call.Expression)).WithArgumentList(arguments));
        }

        return null;
    }

    /// <summary>The arguments of <c>Task.Delay</c> for <c>Deterministic.Delay</c>, which takes a <see cref="TimeSpan"/> and no endless wait.</summary>
    private static ArgumentListSyntax? WaitArguments(ArgumentListSyntax arguments, SemanticModel model, CancellationToken cancellationToken)
    {
        var duration = arguments.Arguments[0];
        if (duration.NameColon is { Name.Identifier.Text: "cancellationToken" })
            return null;
        if (model.GetTypeInfo(duration.Expression, cancellationToken).Type?.SpecialType == SpecialType.System_Int32)
        {
            if (model.GetConstantValue(duration.Expression, cancellationToken).Value is < 0)
                return null;
            var span = (MemberAccessExpressionSyntax)FrameworkCode.Parse("TimeSpan.FromMilliseconds");
            var inner = SyntaxFactory.ArgumentList(SyntaxFactory.SingletonSeparatedList(SyntaxFactory.Argument(duration.Expression.WithoutTrivia())));
            duration = duration.WithExpression(SyntaxFactory.InvocationExpression(span, inner).WithTriviaFrom(duration.Expression));
        }

        // The parameters have other names there.
        return arguments.ReplaceNode(arguments.Arguments[0], duration.WithNameColon(null));
    }
}
