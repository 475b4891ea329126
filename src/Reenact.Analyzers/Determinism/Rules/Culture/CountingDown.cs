using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Reenact.Analyzers.Determinism.Rules.Culture;

/// <summary>Recognises <c>for (var i = items.Count - 1; i >= 0; i--)</c>, in whose body i is not negative.</summary>
internal static class CountingDown
{
    public static bool Is(ILocalReferenceOperation reference)
    {
        IOperation inner = reference;
        for (var at = reference.Parent; at is not null; inner = at, at = at.Parent)
        {
            if (at is IForLoopOperation loop && loop.Locals.Contains(reference.Local, SymbolEqualityComparer.Default))
                return inner == loop.Body && StopsAtZero(loop.Condition, reference.Local) && LocalMentions.References(reference.Local, reference).All(each => !IsWrittenIn(each, loop.Body));
        }

        return false;
    }

    private static bool StopsAtZero(IOperation? condition, ILocalSymbol local) =>
        condition is IBinaryOperation
        {
            OperatorKind: BinaryOperatorKind.GreaterThanOrEqual or BinaryOperatorKind.GreaterThan,
            LeftOperand: ILocalReferenceOperation left,
            RightOperand.ConstantValue: { HasValue: true, Value: >= 0 },
        } && SymbolEqualityComparer.Default.Equals(left.Local, local);

    private static bool IsWrittenIn(ILocalReferenceOperation reference, IOperation body) =>
        SharedState.Written.Is(reference) && body.Syntax.Span.Contains(reference.Syntax.Span);
}
