using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Reenact.Analyzers.Determinism.Rules;

/// <summary>Follows locals within the block that declares them.</summary>
internal static class LocalUses
{
    private static readonly SymbolEqualityComparer Same = SymbolEqualityComparer.Default;

    /// <summary>The block that declares a local, found from an operation inside it; null for locals that no block declares.</summary>
    public static IBlockOperation? Scope(IOperation inside, ILocalSymbol local)
    {
        if (Declarator(inside, local) is { } declarator)
            return BlockAround(declarator);
        for (var at = inside.Parent; at is not null; at = at.Parent)
        {
            if (at is IBlockOperation block && block.Locals.Any(each => Same.Equals(each, local)))
                return block;
        }

        return null;
    }

    /// <summary>Everything in a block that names a local, in the order of the source.</summary>
    public static IEnumerable<ILocalReferenceOperation> References(IBlockOperation scope, ILocalSymbol local) =>
        LocalMentions.References(local, scope);

    /// <summary>What a local is declared with; null where that can't be told.</summary>
    public static IOperation? InitialValue(IOperation inside, ILocalSymbol local) =>
        Declarator(inside, local) is { } declarator && BlockAround(declarator) is not null ? declarator.Initializer?.Value : null;

    /// <summary>Whether a local keeps the value that it is declared with.</summary>
    public static bool IsNeverWritten(IOperation inside, ILocalSymbol local) =>
        Scope(inside, local) is { } scope && !References(scope, local).Any(IsWritten);

    /// <summary>Whether a mention of a local gives it another value.</summary>
    private static bool IsWritten(ILocalReferenceOperation reference) => reference.Parent switch
    {
        IAssignmentOperation assignment => assignment.Target == reference,
        IArgumentOperation argument => argument.Parameter?.RefKind is RefKind.Ref or RefKind.Out,
        ITupleOperation => reference.Parent.Parent is IDeconstructionAssignmentOperation deconstruction && deconstruction.Target == reference.Parent,
        _ => false,
    };

    private static IVariableDeclaratorOperation? Declarator(IOperation inside, ILocalSymbol local)
    {
        foreach (var mention in LocalMentions.Of(local, inside))
        {
            if (mention is IVariableDeclaratorOperation declarator)
                return declarator;
        }

        return null;
    }

    /// <summary>The block of which a declaration is a statement.</summary>
    private static IBlockOperation? BlockAround(IVariableDeclaratorOperation declarator)
    {
        var at = declarator.Parent;
        while (at is IVariableDeclarationOperation or IVariableDeclarationGroupOperation or IUsingDeclarationOperation)
            at = at.Parent;
        return at as IBlockOperation;
    }
}
