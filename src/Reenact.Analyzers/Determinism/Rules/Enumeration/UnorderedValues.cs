using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Reenact.Generators.Shapes;

namespace Reenact.Analyzers.Determinism.Rules.Enumeration;

/// <summary>Recognises expressions whose elements come in no order of their own. Thread-safe.</summary>
internal sealed class UnorderedValues(CollectionTypes types)
{
    /// <summary>Initial values of locals are followed this deep.</summary>
    private const int Depth = 8;

    /// <summary>What an expression gives, judged by its type, by the member that gives it, or by what its local was declared with.</summary>
    public UnorderedValue? Find(IOperation operation) => Find(operation, Depth);

    private UnorderedValue? Find(IOperation operation, int depth)
    {
        switch (operation)
        {
            case ILocalReferenceOperation reference:
                return OfType(reference) is { } typed ? Worse(typed, reference, depth) : OfLocal(reference, depth);
            case IPropertyReferenceOperation property:
                return OfType(property) ?? OfMembersIn(property, depth);
            case IInvocationOperation call:
                return OfType(call) is { } made ? Worse(made, call, depth) : (ReflectionLists.IsOne(call.TargetMethod) ? Reflected(call.TargetMethod) : null);
            case IConversionOperation conversion:
                // '(FrozenSet<string>)input'. Where the operand is known itself, that is the expression to look at.
                return types.IsUnordered(conversion.Type) && Find(conversion.Operand, depth) is null ? OfType(conversion) : null;
            case IConditionalAccessInstanceOperation instance:
                return OfType(instance) ?? (depth > 0 && Receiver(instance) is { } receiver ? Find(Lambdas.Unwrap(receiver), depth - 1) : null);
            case IObjectCreationOperation creation:
                return OfType(creation) is { } created ? Worse(created, creation, depth) : null;
            case IParameterReferenceOperation or IFieldReferenceOperation or IAwaitOperation or IArrayElementReferenceOperation
                or IInstanceReferenceOperation or IConditionalOperation or ICoalesceOperation or ISwitchExpressionOperation or ICollectionExpressionOperation:
                return OfType(operation);
            default:
                return null;
        }
    }

    private UnorderedValue? OfType(IOperation operation) =>
        types.Of(operation.Type) is var order and (CollectionOrder.None or CollectionOrder.Insertion)
            ? new UnorderedValue(order, SequenceForm.Collection, operation.Type, member: null)
            : null;

    private UnorderedValue? OfLocal(ILocalReferenceOperation reference, int depth)
    {
        if (!IsCollectionInterface(reference.Local.Type))
            return null;
        return OfInitialValue(reference, depth) is { Form: SequenceForm.Collection } found && LocalUses.IsNeverWritten(reference, reference.Local) ? found : null;
    }

    private UnorderedValue? OfInitialValue(ILocalReferenceOperation reference, int depth) =>
        depth > 0 && LocalUses.InitialValue(reference, reference.Local) is { } value ? Find(Lambdas.Unwrap(value), depth - 1) : null;

    /// <summary>A hashed set or dictionary lists its elements as they were put in. What was put in from an unordered collection comes out in no order either.</summary>
    private UnorderedValue Worse(UnorderedValue value, IOperation operation, int depth)
    {
        if (value.Order != CollectionOrder.Insertion || depth == 0)
            return value;
        var origin = operation is ILocalReferenceOperation reference ? OfInitialValue(reference, depth) : FilledFrom(operation) is { } from ? Find(from, depth - 1) : null;
        return origin is { Order: CollectionOrder.None } ? new UnorderedValue(CollectionOrder.None, value.Form, value.Type, value.Member) : value;
    }

    private static IOperation? FilledFrom(IOperation collection)
    {
        var from = Source(collection);
        while (from is IInvocationOperation call && SequenceOperators.IsOperator(call.TargetMethod)
            && SequenceOperators.Effect(call.TargetMethod, parameter: 0) is OperatorEffect.PassesOn or OperatorEffect.Fixes)
        {
            from = Source(call);
        }

        return from;
    }

    private static IOperation? Source(IOperation maker) => maker switch
    {
        IInvocationOperation { Arguments: { Length: > 0 } arguments } call when SequenceOperators.IsOperator(call.TargetMethod) => Lambdas.Unwrap(arguments[0].Value),
        IObjectCreationOperation { Arguments: { Length: > 0 } arguments } => Lambdas.Unwrap(arguments[0].Value),
        _ => null,
    };

    private UnorderedValue? OfMembersIn(IPropertyReferenceOperation property, int depth)
    {
        if (ReflectionLists.IsOne(property.Property))
            return Reflected(property.Property);
        if (depth == 0 || property.Property.Name is not ("Keys" or "Values" or "Items") || property.Instance is not { } instance
            || Find(Lambdas.Unwrap(instance), depth - 1) is not { } collection)
        {
            return null;
        }

        var form = property.Type?.TypeKind == TypeKind.Interface ? SequenceForm.Collection : SequenceForm.List;
        return new UnorderedValue(collection.Order, form, collection.Type, property.Property);
    }

    private static UnorderedValue Reflected(ISymbol member) => new(CollectionOrder.None, SequenceForm.List, type: null, member);

    private static bool IsCollectionInterface(ITypeSymbol type) =>
        type.TypeKind == TypeKind.Interface && TypeNames.Namespace(type).StartsWith("System.Collections", StringComparison.Ordinal);

    private static IOperation? Receiver(IConditionalAccessInstanceOperation instance)
    {
        IOperation at = instance;
        while (at.Parent is { } parent)
        {
            if (parent is IConditionalAccessOperation access && access.WhenNotNull == at)
                return access.Operation;
            at = parent;
        }

        return null;
    }
}
