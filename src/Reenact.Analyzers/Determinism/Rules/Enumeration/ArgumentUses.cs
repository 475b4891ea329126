using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Reenact.Analyzers.Determinism.Rules.Culture;
using Reenact.Generators.Shapes;

namespace Reenact.Analyzers.Determinism.Rules.Enumeration;

/// <summary>Judges what calls make of the order of their arguments. Thread-safe.</summary>
internal sealed class ArgumentUses(CollectionTypes types, IAssemblySymbol ours, ReenactSymbols? symbols)
{
    public ArgumentUse Of(IArgumentOperation argument, SequenceForm form)
    {
        var unknown = ArgumentUse.Is(form == SequenceForm.Collection ? OrderUse.None : OrderUse.Order);
        if (argument.Parameter is not { } parameter)
            return unknown;
        switch (argument.Parent)
        {
            case IInvocationOperation call when SequenceOperators.IsOperator(call.TargetMethod):
                return OfOperator(call, parameter, unknown);
            case IInvocationOperation call:
                var receiver = call.Instance?.Type ?? (call.TargetMethod.IsExtensionMethod && parameter.Ordinal > 0 ? call.Arguments[0].Value.Type : null);
                return OfCall(call, call.TargetMethod, receiver, argument, form);
            case IObjectCreationOperation { Constructor: { } constructor } creation:
                return OfCall(creation, constructor, receiver: null, argument, form);
            default:
                return unknown;
        }
    }

    /// <summary>The type leaves nothing but to enumerate it.</summary>
    public static bool IsBareSequence(ITypeSymbol? type) =>
        type?.OriginalDefinition.SpecialType is SpecialType.System_Collections_IEnumerable or SpecialType.System_Collections_Generic_IEnumerable_T;

    /// <summary>Whether an object is made just to be written as JSON.</summary>
    public static bool IsSerialized(IOperation? made)
    {
        while (made is IObjectOrCollectionInitializerOperation or IAnonymousObjectCreationOperation or IObjectCreationOperation or IConversionOperation
            || (made is ISimpleAssignmentOperation && made.Parent is IObjectOrCollectionInitializerOperation or IAnonymousObjectCreationOperation))
        {
            made = made!.Parent;
        }

        return made is IArgumentOperation { Parent: IInvocationOperation call } && KnownCalls.IsSerializer(call.TargetMethod);
    }

    private ArgumentUse OfOperator(IInvocationOperation call, IParameterSymbol parameter, ArgumentUse unknown)
    {
        if (parameter.Ordinal > 0 && !IsBareSequence(parameter.Type))
            return unknown;
        if (CallsOut(call))
            return ArgumentUse.Is(OrderUse.Order);
        return SequenceOperators.Effect(call.TargetMethod, parameter.Ordinal) switch
        {
            OperatorEffect.Ignores => ArgumentUse.Is(OrderUse.None),
            OperatorEffect.PassesOn => ArgumentUse.GoesOn(call, SequenceForm.Query),
            OperatorEffect.Fixes => ArgumentUse.GoesOn(call, SequenceForm.List),
            OperatorEffect.Replaces => OfOrdering(call),
            OperatorEffect.TakesFirstOfEqual => ArgumentUse.Is(SortKeys.AreOftenEqual(call) ? OrderUse.Ties : OrderUse.None),
            OperatorEffect.TakesFirstMatch => ArgumentUse.Is(SortKeys.OfMatch(call)),
            _ => ArgumentUse.Is(OrderUse.Order),
        };
    }

    private static ArgumentUse OfOrdering(IInvocationOperation ordering)
    {
        var ties = SortKeys.AreOftenEqual(ordering);
        while (ordering.Parent is IArgumentOperation { Parent: IInvocationOperation { TargetMethod.Name: "ThenBy" or "ThenByDescending" } further })
        {
            ordering = further;
            ties &= SortKeys.AreOftenEqual(further);
        }

        return ties ? ArgumentUse.GoesOnInTies(ordering) : ArgumentUse.Is(OrderUse.None);
    }

    /// <summary>Whether a lambda makes calls whose order replay compares.</summary>
    private bool CallsOut(IInvocationOperation call) => call.Arguments.Any(argument =>
        Lambdas.In(argument) is { } lambda
        && lambda.Descendants().Any(each =>
            each is IAwaitOperation || (each is IInvocationOperation inner && symbols?.IsMarked(inner.TargetMethod) == true)));

    private ArgumentUse OfCall(IOperation call, IMethodSymbol method, ITypeSymbol? receiver, IArgumentOperation argument, SequenceForm form)
    {
        var parameter = argument.Parameter!;

        // A list may also be an element or a value of a set or dictionary, which then holds its order.
        var isElement = parameter.OriginalDefinition.Type is ITypeParameterSymbol;
        if (!isElement && (types.IgnoresOrder(call.Type) || types.IgnoresOrder(receiver)))
            return ArgumentUse.Is(OrderUse.None);
        if (KnownCalls.IgnoresOrder(method, form) || ShownText.Is(argument))
            return ArgumentUse.Is(OrderUse.None);
        if (KnownCalls.MakesList(method))
            return ArgumentUse.GoesOn(call, SequenceForm.List);

        var isMarked = symbols?.IsMarked(method) == true;
        var isOwn = !isMarked && (method.MethodKind == MethodKind.DelegateInvoke || SymbolEqualityComparer.Default.Equals(method.ContainingAssembly, ours));
        var isTaken = form switch
        {
            SequenceForm.Collection when isOwn => IsBareSequence(parameter.Type),
            SequenceForm.Collection => IsBareSequence(parameter.Type) || IsCountedSequence(parameter.Type) || KnownCalls.IsSerializer(method),
            _ => true,
        };
        if (!isTaken)
            return ArgumentUse.Is(OrderUse.None);

        // Own code that takes a sequence may well count it, or make a set of it.
        return ArgumentUse.Is(isOwn && form != SequenceForm.List ? OrderUse.Possible : OrderUse.Order);
    }

    private static bool IsCountedSequence(ITypeSymbol type) =>
        type.OriginalDefinition.SpecialType is SpecialType.System_Collections_Generic_ICollection_T or SpecialType.System_Collections_Generic_IReadOnlyCollection_T
        || (type is { Name: "ICollection", TypeKind: TypeKind.Interface } && TypeNames.Namespace(type) == "System.Collections");
}
