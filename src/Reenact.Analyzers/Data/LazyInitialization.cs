using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Reenact.Analyzers.Data;

/// <summary>Recognises a value that is computed once and kept: what changes stands under a condition that asks for it.</summary>
internal static class LazyInitialization
{
    /// <summary>Whether a change of some state happens only where a condition that reads it, or a flag set along with it, holds.</summary>
    public static bool Holds(IOperation change, ISymbol state)
    {
        for (var at = change; at.Parent is { } parent; at = parent)
        {
            switch (parent)
            {
                case IConditionalOperation conditional when at != conditional.Condition && AsksFor(conditional.Condition, state, at):
                case ICoalesceOperation coalesce when at == coalesce.WhenNull && AsksFor(coalesce.Value, state, at):
                    return true;
                case IBlockOperation block when block.Operations.TakeWhile(each => each != at).Any(each => ReturnsEarly(each, state, block)):
                    return true;
            }
        }

        return false;
    }

    /// <summary><c>if (loaded) return value;</c></summary>
    private static bool ReturnsEarly(IOperation statement, ISymbol state, IOperation block) =>
        statement is IConditionalOperation { WhenFalse: null } conditional
        && conditional.WhenTrue.DescendantsAndSelf().Any(static each => each is IReturnOperation)
        && AsksFor(conditional.Condition, state, block);

    private static bool AsksFor(IOperation condition, ISymbol state, IOperation branch)
    {
        foreach (var operation in condition.DescendantsAndSelf())
        {
            if (operation is IMemberReferenceOperation { Member: IFieldSymbol or IPropertySymbol } read
                && (Same(read.Member, state) || IsSetIn(branch, read.Member)))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsSetIn(IOperation branch, ISymbol flag) => branch.DescendantsAndSelf().Any(operation =>
        operation is ISimpleAssignmentOperation { Target: IMemberReferenceOperation target } && Same(target.Member, flag));

    private static bool Same(ISymbol left, ISymbol right) => SymbolEqualityComparer.Default.Equals(left, right);
}
