using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Reenact.Analyzers.Determinism.Rules.Culture;

/// <summary>What a local holds, as far as its body tells.</summary>
internal static class OnlyValues
{
    // A local that is named more often is looked through as often.
    private const int MostMentions = 200;

    /// <summary>All values that a local is ever given; null where that can't be told.</summary>
    public static IReadOnlyList<IOperation>? Of(ILocalReferenceOperation reference)
    {
        var values = new List<IOperation>();
        var mentions = LocalMentions.Of(reference.Local, reference);
        if (mentions.Count > MostMentions)
            return null;
        foreach (var mention in mentions)
        {
            switch (mention)
            {
                case IVariableDeclaratorOperation declarator:
                    if (declarator.GetVariableInitializer() is { } initializer)
                        values.Add(initializer.Value);
                    break;
                case ILocalReferenceOperation { Parent: ISimpleAssignmentOperation { IsRef: false } assignment } when assignment.Target == mention:
                    values.Add(assignment.Value);
                    break;
                // A step up from what isn't negative stays so.
                case ILocalReferenceOperation { Parent: IIncrementOrDecrementOperation { Kind: OperationKind.Increment } }:
                    break;
                case ILocalReferenceOperation { Parent: ICompoundAssignmentOperation { OperatorKind: BinaryOperatorKind.Add } assignment } when assignment.Target == mention:
                    values.Add(assignment.Value);
                    break;
                case IDeclarationPatternOperation:
                    return null;
                case ILocalReferenceOperation other when MayBeWritten(other):
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
}
