using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Reenact.CodeFixes.Determinism.Extraction;

/// <summary>
/// Changes of state that would move into the core together with a call. A replay doesn't run the core, so the code around it would see the state unchanged.
/// </summary>
internal static class StateChanges
{
    /// <summary>Whether something inside the call, other than itself, changes state or may do so.</summary>
    public static bool Any(IInvocationOperation call) => call.Descendants().Any(operation => operation switch
    {
        IAssignmentOperation assignment => !IsOwn(assignment.Target, call),
        IIncrementOrDecrementOperation step => !IsOwn(step.Target, call),
        IEventAssignmentOperation => true,
        IInvocationOperation inner => MayChange(inner),
        IArgumentOperation { Parameter.RefKind: RefKind.Ref or RefKind.Out } argument => !IsOwn(argument.Value, call),
        _ => false,
    });

    /// <summary>The code's own methods may do anything, those of the framework change what they are called on unless it is a value.</summary>
    private static bool MayChange(IInvocationOperation call) => call.Instance is null
        ? !call.TargetMethod.DeclaringSyntaxReferences.IsEmpty
        : !IsBeingMade(call.Instance) && !IsImmutable(call.Instance.Type);

    /// <summary>A local of the moved code, or a member of the object that an initializer sets.</summary>
    private static bool IsOwn(IOperation target, IOperation moved) => target switch
    {
        ILocalReferenceOperation { Local: var local } => IsInside(local, moved),
        IParameterReferenceOperation { Parameter: var parameter } => IsInside(parameter, moved),
        IMemberReferenceOperation { Instance: { } instance } => IsBeingMade(instance),
        IDiscardOperation => true,
        _ => false,
    };

    private static bool IsInside(ISymbol symbol, IOperation moved) => symbol.DeclaringSyntaxReferences.Any(reference => moved.Syntax.Span.Contains(reference.Span));

    private static bool IsBeingMade(IOperation instance) => instance is IInstanceReferenceOperation { ReferenceKind: not InstanceReferenceKind.ContainingTypeInstance };

    private static bool IsImmutable(ITypeSymbol? type) => type is { TypeKind: not TypeKind.Array } and not INamedTypeSymbol { Arity: 1, IsReferenceType: true } && RecordableTypes.IsValue(type);
}
