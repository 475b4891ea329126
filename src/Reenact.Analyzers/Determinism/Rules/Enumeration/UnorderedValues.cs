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
                return OfType(reference) ?? OfLocal(reference, depth);
            case IPropertyReferenceOperation property:
                return OfType(property) ?? OfMembersIn(property, depth);
            case IInvocationOperation call:
                return OfType(call) ?? (ReflectionLists.IsOne(call.TargetMethod) ? Reflected(call.TargetMethod) : null);
            case IConversionOperation conversion:
                // '(FrozenSet<string>)input'. Where the operand is known itself, that is the expression to look at.
                return types.IsUnordered(conversion.Type) && Find(conversion.Operand, depth) is null ? OfType(conversion) : null;
            case IConditionalAccessInstanceOperation instance:
                return OfType(instance) ?? (depth > 0 && Receiver(instance) is { } receiver ? Find(Lambdas.Unwrap(receiver), depth - 1) : null);
            case IParameterReferenceOperation or IFieldReferenceOperation or IObjectCreationOperation or IAwaitOperation or IArrayElementReferenceOperation
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
        if (depth == 0 || !IsCollectionInterface(reference.Local.Type) || LocalUses.OnlyValue(reference, reference.Local) is not { } value)
            return null;
        return Find(Lambdas.Unwrap(value), depth - 1) is { Form: SequenceForm.Collection } found ? found : null;
    }

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
