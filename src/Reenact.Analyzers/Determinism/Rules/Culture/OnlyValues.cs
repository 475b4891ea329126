using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Reenact.Analyzers.Determinism.Rules.Culture;

/// <summary>What a local holds, as far as its body tells.</summary>
internal static class OnlyValues
{
    /// <summary>All values that a local is ever given; null where that can't be told.</summary>
    public static IReadOnlyList<IOperation>? Of(ILocalReferenceOperation reference)
    {
        var values = new List<IOperation>();
        foreach (var operation in Root(reference).DescendantsAndSelf())
        {
            switch (operation)
            {
                case IVariableDeclaratorOperation declarator when Same(declarator.Symbol, reference.Local):
                    if (declarator.GetVariableInitializer() is { } initializer)
                        values.Add(initializer.Value);
                    break;
                case ISimpleAssignmentOperation { Target: ILocalReferenceOperation target, IsRef: false } assignment when Same(target.Local, reference.Local):
                    values.Add(assignment.Value);
                    break;
                // A step up from what isn't negative stays so.
                case IIncrementOrDecrementOperation { Kind: OperationKind.Increment, Target: ILocalReferenceOperation target } when Same(target.Local, reference.Local):
                    break;
                case ICompoundAssignmentOperation { OperatorKind: BinaryOperatorKind.Add, Target: ILocalReferenceOperation target } assignment when Same(target.Local, reference.Local):
                    values.Add(assignment.Value);
                    break;
                case IDeclarationPatternOperation { DeclaredSymbol: ILocalSymbol declared } when Same(declared, reference.Local):
                    return null;
                case ILocalReferenceOperation other when Same(other.Local, reference.Local) && MayBeWritten(other):
                    return null;
            }
        }

        return values.Count > 0 ? values : null;
    }

    private static bool MayBeWritten(ILocalReferenceOperation local) => local switch
    {
        { IsDeclaration: true } => true,
        { Parent: IArgumentOperation { Parameter.RefKind: RefKind.Ref or RefKind.Out } } => true,
        { Parent: ICompoundAssignmentOperation assignment } => assignment.Target == local && assignment.OperatorKind != BinaryOperatorKind.Add,
        { Parent: IIncrementOrDecrementOperation step } => step.Kind != OperationKind.Increment,
        { Parent: ITupleOperation or IAddressOfOperation or ICoalesceAssignmentOperation } => true,
        { Parent: ISimpleAssignmentOperation { IsRef: true } } => true,
        { Parent: IVariableInitializerOperation { Parent: IVariableDeclaratorOperation { Symbol.IsRef: true } } } => true,
        _ => false,
    };

    private static bool Same(ILocalSymbol a, ILocalSymbol b) => SymbolEqualityComparer.Default.Equals(a, b);

    private static IOperation Root(IOperation operation)
    {
        while (operation.Parent is { } parent)
            operation = parent;
        return operation;
    }
}
