using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Reenact.Analyzers.Determinism.CallGraph;

/// <summary>Which members an expression uses.</summary>
internal static class UsedMembers
{
    /// <summary>The member that an expression names or calls, as the table knows it; null for other code.</summary>
    public static ISymbol? Named(IOperation operation) => operation switch
    {
        IInvocationOperation call => call.TargetMethod,
        IMethodReferenceOperation group => group.Method,
        IObjectCreationOperation creation => creation.Constructor,
        IPropertyReferenceOperation property => property.Property,
        IFieldReferenceOperation field => field.Field,
        _ => null,
    };

    /// <summary>The expression on which a member is used; null for static members.</summary>
    public static IOperation? Receiver(IOperation operation)
    {
        var receiver = operation switch
        {
            IInvocationOperation call => call.Instance,
            IMemberReferenceOperation member => member.Instance,
            IEventAssignmentOperation { EventReference: IEventReferenceOperation reference } => reference.Instance,
            _ => null,
        };
        while (receiver is IConversionOperation or IParenthesizedOperation or IAwaitOperation)
            receiver = receiver.ChildOperations.First();
        return receiver;
    }

    /// <summary>The members whose code runs, or may run later, because of an expression.</summary>
    public static IEnumerable<IMethodSymbol> Run(IOperation operation)
    {
        switch (operation)
        {
            case IInvocationOperation call when call.TargetMethod.MethodKind != MethodKind.LocalFunction:
                return [call.TargetMethod];
            case IMethodReferenceOperation group when group.Method.MethodKind != MethodKind.LocalFunction:
                return [group.Method];
            case IObjectCreationOperation { Constructor: { } constructor }:
                return [constructor];
            case IPropertyReferenceOperation property:
                return Accessors(property);
            case IEventAssignmentOperation { EventReference: IEventReferenceOperation reference } assignment:
                return One(assignment.Adds ? reference.Event.AddMethod : reference.Event.RemoveMethod);
            case IBinaryOperation binary:
                return One(binary.OperatorMethod);
            case IUnaryOperation unary:
                return One(unary.OperatorMethod);
            case IIncrementOrDecrementOperation step:
                return One(step.OperatorMethod);
            case ICompoundAssignmentOperation compound:
                return One(compound.OperatorMethod);
            case IConversionOperation conversion:
                return One(conversion.OperatorMethod);
            default:
                return [];
        }
    }

    private static IEnumerable<IMethodSymbol> Accessors(IPropertyReferenceOperation reference)
    {
        var written = reference.Parent is IAssignmentOperation assignment && assignment.Target == reference;
        var steps = reference.Parent is IIncrementOrDecrementOperation;
        var read = !written || reference.Parent is ICompoundAssignmentOperation or ICoalesceAssignmentOperation;
        if (read && reference.Property.GetMethod is { } getter)
            yield return getter;
        if ((written || steps) && reference.Property.SetMethod is { } setter)
            yield return setter;
    }

    private static IEnumerable<IMethodSymbol> One(IMethodSymbol? method) => method is null ? [] : [method];
}
