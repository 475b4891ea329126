using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Reenact.CodeFixes.Determinism;

/// <summary>Makes waits and timeouts those of the session. They are given as <see cref="TimeSpan"/>, or in milliseconds.</summary>
internal static class Waits
{
    /// <summary>Null where the wait is endless, or nothing waits in the same way.</summary>
    public static Edit? Rewrite(string member, ExpressionSyntax expression, RewriteContext within)
    {
        if (!DeterministicReplacements.Waits.TryGetValue(member, out var kind) || Arguments(expression) is not { Arguments.Count: > 0 } arguments)
            return null;
        var duration = arguments.Arguments[0];
        if (duration.NameColon is { Name.Identifier.Text: "cancellationToken" } || Milliseconds(duration.Expression, within) is not { } milliseconds)
            return null;
        return kind switch
        {
            WaitKind.Delay => Edit.Of((InvocationExpressionSyntax)expression, current => Delay(current, milliseconds)),
            WaitKind.Sleep when expression is InvocationExpressionSyntax call && CanAwait(call) => Edit.Of(call, current => SyntaxFactory.AwaitExpression(
                SyntaxFactory.Token(SyntaxKind.AwaitKeyword).WithTrailingTrivia(SyntaxFactory.Space), Delay(current, milliseconds).WithoutLeadingTrivia())),
            WaitKind.Provider => new Edit(expression, current => current switch
            {
                InvocationExpressionSyntax call => call.WithArgumentList(WithProvider(call.ArgumentList, milliseconds)),
                BaseObjectCreationExpressionSyntax creation => creation.WithArgumentList(WithProvider(creation.ArgumentList!, milliseconds)),
                _ => current,
            }),
            _ => null,
        };
    }

    private static ArgumentListSyntax? Arguments(ExpressionSyntax expression) => expression switch
    {
        InvocationExpressionSyntax call => call.ArgumentList,
        BaseObjectCreationExpressionSyntax creation => creation.ArgumentList,
        _ => null,
    };

    /// <summary>Whether a duration is in milliseconds; null where it is endless.</summary>
    private static bool? Milliseconds(ExpressionSyntax duration, RewriteContext within) =>
        within.Model.GetTypeInfo(duration, within.CancellationToken).ConvertedType?.SpecialType is not (SpecialType.System_Int32 or SpecialType.System_UInt32) ? false
        : within.Model.GetConstantValue(duration, within.CancellationToken).Value is < 0 or < (short)0 or < (sbyte)0 ? null
        : true;

    private static InvocationExpressionSyntax Delay(InvocationExpressionSyntax call, bool milliseconds) => call
        .WithExpression(FrameworkCode.Parse("Deterministic.Delay").WithTriviaFrom(call.Expression))
        .WithArgumentList(WithDuration(call.ArgumentList, milliseconds));

    private static ArgumentListSyntax WithProvider(ArgumentListSyntax list, bool milliseconds)
    {
        var timed = WithDuration(list, milliseconds);
        var provider = SyntaxFactory.Argument(FrameworkCode.Parse("Deterministic.TimeProvider")).WithLeadingTrivia(SyntaxFactory.Space);
        return timed.WithArguments(timed.Arguments.Insert(1, provider));
    }

    /// <summary>The parameters have other names there, so the duration goes by place.</summary>
    private static ArgumentListSyntax WithDuration(ArgumentListSyntax list, bool milliseconds)
    {
        var duration = list.Arguments[0];
        var value = duration.Expression;
        if (milliseconds)
        {
            value = SyntaxFactory.InvocationExpression(
                FrameworkCode.Parse("TimeSpan.FromMilliseconds"),
                SyntaxFactory.ArgumentList(SyntaxFactory.SingletonSeparatedList(SyntaxFactory.Argument(value.WithoutTrivia())))).WithTriviaFrom(value);
        }

        return list.WithArguments(list.Arguments.Replace(duration, duration.WithExpression(value).WithNameColon(null)));
    }

    /// <summary>Whether a call is a statement of its own in an asynchronous method, and not under a lock.</summary>
    private static bool CanAwait(InvocationExpressionSyntax call)
    {
        if (call.Parent is not ExpressionStatementSyntax)
            return false;
        foreach (var around in call.Ancestors())
        {
            switch (around)
            {
                case LockStatementSyntax or UnsafeStatementSyntax or FixedStatementSyntax or AccessorDeclarationSyntax:
                    return false;
                case AnonymousFunctionExpressionSyntax function:
                    return function.AsyncKeyword.IsKind(SyntaxKind.AsyncKeyword);
                case LocalFunctionStatementSyntax function:
                    return function.Modifiers.Any(SyntaxKind.AsyncKeyword);
                case BaseMethodDeclarationSyntax method:
                    return method.Modifiers.Any(SyntaxKind.AsyncKeyword);
            }
        }

        return false;
    }
}
