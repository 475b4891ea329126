using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Reenact.Analyzers.Determinism.Rules.Enumeration;

/// <summary>Recognises collections that hold one element where they are asked for the first: <c>names.Count == 1 ? names.First() : null</c>.</summary>
internal static class SingleElement
{
    public static bool Is(IOperation collection)
    {
        if (!IsAskedForOne(collection))
            return false;
        var inner = collection;
        for (var at = collection.Parent; at is not (null or IAnonymousFunctionOperation or ILocalFunctionOperation or ILoopOperation); inner = at, at = at.Parent)
        {
            if (at is IConditionalOperation conditional && conditional.WhenTrue == inner && IsCountOne(conditional.Condition.Syntax, collection.Syntax))
                return true;
        }

        return false;
    }

    private static bool IsAskedForOne(IOperation collection)
    {
        var at = collection.Parent;
        while (at is IConversionOperation or IArgumentOperation)
            at = at.Parent;
        return at is IInvocationOperation { TargetMethod.Name: "First" or "FirstOrDefault" or "Last" or "LastOrDefault" or "ElementAt" };
    }

    private static bool IsCountOne(SyntaxNode condition, SyntaxNode collection) =>
        condition is BinaryExpressionSyntax { RawKind: (int)SyntaxKind.EqualsExpression, Left: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Count" or "Length", Expression: var counted }, Right: LiteralExpressionSyntax { Token.Value: 1 } }
        && SyntaxFactory.AreEquivalent(counted, collection);
}
