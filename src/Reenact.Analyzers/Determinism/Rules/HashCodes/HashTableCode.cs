using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Reenact.Analyzers.Determinism.Rules.HashCodes;

/// <summary>Uses of hash codes whose result does not depend on their value.</summary>
internal static class HashTableCode
{
    /// <summary>
    /// The code says what the hash code of something is, for hash tables: an override of <c>GetHashCode</c>, or an equality comparer's.
    /// </summary>
    public static bool Holds(IOperation operation)
    {
        for (var at = operation.SemanticModel?.GetEnclosingSymbol(operation.Syntax.SpanStart); at is IMethodSymbol method; at = at.ContainingSymbol)
        {
            if (IsHashFunction(method))
                return true;
        }

        for (var at = operation.Parent; at is not null; at = at.Parent)
        {
            if (at is IArgumentOperation { Parameter: { Name: "getHashCode", ContainingSymbol.ContainingType.Name: "EqualityComparer" } })
                return true;
        }

        return false;
    }

    /// <summary>Two hash codes of one kind are compared with each other: equal values have equal ones under every seed.</summary>
    public static bool IsCompared(IOperation operation) =>
        operation.Parent is IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals } comparison
        && comparison is { LeftOperand: IInvocationOperation left, RightOperand: IInvocationOperation right }
        && SymbolEqualityComparer.Default.Equals(left.TargetMethod, right.TargetMethod);

    private static bool IsHashFunction(IMethodSymbol method) =>
        method.ReturnType.SpecialType == SpecialType.System_Int32
        && method.Name.EndsWith(nameof(GetHashCode), StringComparison.Ordinal)
        && ((method.IsOverride && method.Name == nameof(GetHashCode))
            || method.ContainingType.AllInterfaces.Any(static contract => contract.Name is "IEqualityComparer" or "IStructuralEquatable"));
}
