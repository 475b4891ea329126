using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Reenact.Analyzers.Determinism.Rules.Culture;

namespace Reenact.Analyzers.Determinism.Rules.Enumeration;

/// <summary>Finds what code makes of the order of an expression's elements, by what stands around the expression. Thread-safe.</summary>
internal sealed class OrderUses(CollectionTypes types, UnorderedValues values, IAssemblySymbol ours, ReenactSymbols? symbols)
{
    private static readonly SymbolEqualityComparer Same = SymbolEqualityComparer.Default;

    private readonly ArgumentUses arguments = new(types, ours, symbols);

    public OrderUse Of(IOperation value, SequenceForm form) => Of(value, form, []);

    /// <param name="value">An expression that gives the elements.</param>
    /// <param name="form">What holds them.</param>
    /// <param name="followed">The locals whose uses are being looked at already.</param>
    private OrderUse Of(IOperation value, SequenceForm form, List<ILocalSymbol> followed)
    {
        while (value.Parent is { } parent)
        {
            switch (parent)
            {
                case IConversionOperation or ITranslatedQueryOperation:
                    break;
                case IConditionalAccessOperation access when access.WhenNotNull == value:
                case ICoalesceOperation:
                case ISwitchExpressionArmOperation arm when arm.Value == value:
                case ISwitchExpressionOperation choice when choice.Value != value:
                case IConditionalOperation conditional when conditional.Condition != value:
                    // A choice among unordered collections is one itself, and looked at by itself.
                    if (form == SequenceForm.Collection && types.IsUnordered(parent.Type))
                        return OrderUse.None;
                    break;
                case IForEachLoopOperation loop when loop.Collection == value:
                    return OrderlessLoop.Is(loop, types) ? OrderUse.None : OrderUse.Order;
                case ISpreadOperation { Parent: ICollectionExpressionOperation made }:
                    if (types.IgnoresOrder(made.Type))
                        return OrderUse.None;
                    (value, form) = (made, SequenceForm.List);
                    continue;
                case IVariableInitializerOperation { Parent: IVariableDeclaratorOperation declarator }:
                    return OfLocal(declarator.Symbol, value, form, followed);
                case ISimpleAssignmentOperation { Parent: IExpressionStatementOperation, Target: ILocalReferenceOperation target }:
                    return OfLocal(target.Local, value, form, followed);
                case IReturnOperation { Kind: OperationKind.Return } result:
                    if (Flattening(result) is not { } flattening)
                        return OfResult(result, value, form);
                    (value, form) = (flattening, SequenceForm.Query);
                    continue;
                case IInvocationOperation call when call.Instance == value:
                    if (OfReceiver(call, form) is { } use)
                        return use;
                    form = SequenceForm.List;
                    break;
                case IArgumentOperation argument:
                    var given = arguments.Of(argument, form);
                    if (given.Next is null)
                        return given.Use;
                    if (given.Use == OrderUse.Ties)
                        return Of(given.Next, given.Form, followed) == OrderUse.None ? OrderUse.None : OrderUse.Ties;
                    (value, form) = (given.Next, given.Form);
                    continue;
                default:
                    return OfOther(parent, value, form);
            }

            value = parent;
        }

        return OrderUse.None;
    }

    private static OrderUse OfOther(IOperation parent, IOperation value, SequenceForm form)
    {
        switch (parent)
        {
            case ISimpleAssignmentOperation { Target: IDiscardOperation } or IExpressionStatementOperation or IBinaryOperation or IIsTypeOperation
                or INameOfOperation:
                return OrderUse.None;
            // 'JsonSerializer.Serialize(new { words })'
            case ISimpleAssignmentOperation assignment when assignment.Value == value && ArgumentUses.IsSerialized(assignment.Parent):
                return OrderUse.Order;
            case ISimpleAssignmentOperation { Target: IMemberReferenceOperation target } when form == SequenceForm.Collection && target != value:
                return HandedOn(value);
            case IPropertyReferenceOperation property when property.Instance == value:
                return form != SequenceForm.Collection && property.Property.IsIndexer ? OrderUse.Order : OrderUse.None;
            case IIsPatternOperation or ISwitchExpressionOperation or ISwitchOperation:
                return form == SequenceForm.List && parent.Descendants().Any(static each => each is IListPatternOperation { Patterns.Length: > 0 })
                    ? OrderUse.Order
                    : OrderUse.None;
            default:
                return form == SequenceForm.Collection || ShownText.Is(value) ? OrderUse.None : OrderUse.Order;
        }
    }

    /// <summary>What a method of the sequence itself makes of its order; null where the result has the same order.</summary>
    private static OrderUse? OfReceiver(IInvocationOperation call, SequenceForm form) => call.TargetMethod.Name switch
    {
        "ToArray" => null,
        "AsSpan" or "AsMemory" or "AsReadOnly" or "FindAll" or "ConvertAll" or "ToImmutable" when form == SequenceForm.List => null,
        "GetEnumerator" or "CopyTo" or "ForEach" => OrderUse.Order,
        // A bag gives any element.
        "TryTake" or "TryPeek" => OrderUse.Order,
        "Contains" or "Exists" or "TrueForAll" or "BinarySearch" or "Sort" or "ToString" or "Equals" or "GetHashCode" or "GetType" => OrderUse.None,
        _ => form == SequenceForm.Collection ? OrderUse.None : OrderUse.Order,
    };

    private static OrderUse OfResult(IReturnOperation result, IOperation value, SequenceForm form)
    {
        if (form != SequenceForm.Collection)
            return OrderUse.Order;
        return Lambdas.Around(result) is IAnonymousFunctionOperation ? OrderUse.None : HandedOn(value);
    }

    /// <summary>A collection that nobody knows as such any more is enumerated somewhere.</summary>
    private static OrderUse HandedOn(IOperation value) => ArgumentUses.IsBareSequence(value.Type) ? OrderUse.Possible : OrderUse.None;

    /// <summary>The operator that puts a lambda's results one after the other; null where the lambda is for something else.</summary>
    private static IInvocationOperation? Flattening(IReturnOperation result) =>
        Lambdas.Around(result) is IAnonymousFunctionOperation lambda
        && Lambdas.AsArgument(lambda) is { Parameter.Ordinal: 1, Parent: IInvocationOperation { TargetMethod: { Name: "SelectMany" } method } call }
        && SequenceOperators.IsOperator(method)
            ? call
            : null;

    private OrderUse OfLocal(ILocalSymbol local, IOperation value, SequenceForm form, List<ILocalSymbol> followed)
    {
        // Uses of such a local are looked at by themselves.
        if (form == SequenceForm.Collection && (types.IsUnordered(local.Type) || IsKnown(local, value)))
            return OrderUse.None;
        if (followed.Any(each => Same.Equals(each, local)))
            return OrderUse.None;
        if (LocalUses.Scope(value, local) is not { } scope)
            return form == SequenceForm.Collection ? OrderUse.None : OrderUse.Order;

        followed.Add(local);
        OrderUse? worst = null;
        foreach (var reference in LocalUses.References(scope, local))
        {
            if (reference.Parent is IAssignmentOperation assignment && assignment.Target == reference)
                continue;
            if (worst is null && IsSortedIn(scope, reference))
                return OrderUse.None;
            var use = Of(reference, form, followed);
            if (worst is null || use > worst)
                worst = use;
        }

        // What nobody reads was computed all the same.
        return worst ?? (form == SequenceForm.Collection ? OrderUse.None : OrderUse.Order);
    }

    private bool IsKnown(ILocalSymbol local, IOperation inside) =>
        LocalUses.InitialValue(inside, local) is { } initial && values.Find(Lambdas.Unwrap(initial)) is not null && LocalUses.IsNeverWritten(inside, local);

    /// <summary><c>list.Sort(…)</c> or <c>Array.Sort(list, …)</c> as a statement of the block that declares the list.</summary>
    private static bool IsSortedIn(IBlockOperation scope, ILocalReferenceOperation list)
    {
        IOperation at = list;
        while (at.Parent is IConversionOperation or IArgumentOperation)
            at = at.Parent;
        return at.Parent is IInvocationOperation { TargetMethod: { Name: "Sort", ReturnsVoid: true }, Parent: IExpressionStatementOperation statement }
            && statement.Parent == scope;
    }
}
