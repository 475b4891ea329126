using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Reenact.Analyzers.Determinism.Rules.Enumeration;

/// <summary>
/// Judges the keys that elements are ordered or looked up by. Elements of a set differ, and so do the keys of a dictionary; of most other keys
/// nobody can tell, and they are taken for unique.
/// </summary>
internal static class SortKeys
{
    /// <summary>Whether several elements are bound to have the key that an operator orders by: a flag, a length, a value of a dictionary.</summary>
    public static bool AreOftenEqual(IInvocationOperation ordering)
    {
        if (ordering.Arguments.Length < 2 || Lambdas.In(ordering.Arguments[1]) is not { } selector || Lambdas.Result(selector) is not { } key)
            return false;
        if (Lambdas.IsParameter(key, selector) || Lambdas.IsKeyOfParameter(key, selector))
            return false;
        if (key.Type is { SpecialType: SpecialType.System_Boolean } or { TypeKind: TypeKind.Enum })
            return true;
        return key switch
        {
            IPropertyReferenceOperation { Property.Name: "Length" or "Count" } => true,
            IPropertyReferenceOperation { Property: { Name: "Value", ContainingType.Name: "KeyValuePair" } } value => value.Type?.SpecialType != SpecialType.None,
            IInvocationOperation { TargetMethod.Name: "Count" or "LongCount" or "Sum" or "Average" } => true,
            _ => false,
        };
    }

    /// <summary>What a search for the first match makes of the order: a comparison with a key has one match at most, with a property most likely.</summary>
    public static OrderUse OfMatch(IInvocationOperation search)
    {
        if (search.Arguments.Length < 2 || Lambdas.In(search.Arguments[1]) is not { } condition
            || Lambdas.Result(condition) is not { } result)
        {
            return OrderUse.Order;
        }

        return Compared(result) is var (left, right) ? Smaller(OfKey(left, condition), OfKey(right, condition)) : OrderUse.Order;
    }

    private static (IOperation Left, IOperation Right)? Compared(IOperation condition) => condition switch
    {
        IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals } equality => (equality.LeftOperand, equality.RightOperand),
        IInvocationOperation { TargetMethod.Name: "Equals", Instance: { } instance, Arguments: { Length: > 0 } arguments } => (instance, arguments[0].Value),
        IInvocationOperation { TargetMethod.Name: "Equals", Instance: null, Arguments: { Length: > 1 } arguments } => (arguments[0].Value, arguments[1].Value),
        _ => null,
    };

    private static OrderUse OfKey(IOperation compared, IAnonymousFunctionOperation condition)
    {
        compared = Lambdas.Unwrap(compared);
        if (Lambdas.IsParameter(compared, condition) || Lambdas.IsKeyOfParameter(compared, condition))
            return OrderUse.None;
        return compared is IMemberReferenceOperation { Instance: { } instance } && Lambdas.IsParameter(instance, condition)
            && compared.Type is { SpecialType: not SpecialType.System_Boolean, TypeKind: not TypeKind.Enum }
            ? OrderUse.Possible
            : OrderUse.Order;
    }

    private static OrderUse Smaller(OrderUse left, OrderUse right) => left < right ? left : right;
}
