using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Reenact.Analyzers.Determinism.Rules.SharedState;

/// <summary>Tells whether an expression names a place that is written.</summary>
internal static class Written
{
    /// <summary>Assigned, stepped, deconstructed into, or handed out as a place that others may write.</summary>
    public static bool Is(IOperation place) => place.Parent switch
    {
        IAssignmentOperation assignment => assignment.Target == place,
        IIncrementOrDecrementOperation => true,
        // 'fixed' takes an address to read a table faster, as a rule.
        IAddressOfOperation address => address.Syntax.Parent?.Parent?.Parent?.Parent is not FixedStatementSyntax,
        IArgumentOperation argument => argument.Parameter?.RefKind is RefKind.Ref or RefKind.Out,
        ITupleOperation tuple => IsDeconstructed(tuple),
        _ => false,
    };

    /// <summary>Written without being read first.</summary>
    public static bool IsOnly(IOperation place) => place.Parent switch
    {
        ISimpleAssignmentOperation assignment => assignment.Target == place,
        IArgumentOperation argument => argument.Parameter?.RefKind == RefKind.Out,
        ITupleOperation tuple => IsDeconstructed(tuple),
        _ => false,
    };

    private static bool IsDeconstructed(IOperation tuple)
    {
        while (tuple.Parent is ITupleOperation outer)
            tuple = outer;
        return tuple.Parent is IDeconstructionAssignmentOperation assignment && assignment.Target == tuple;
    }
}
