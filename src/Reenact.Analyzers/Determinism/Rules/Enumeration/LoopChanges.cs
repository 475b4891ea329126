using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Operations;
using Reenact.Analyzers.Determinism.Rules.Culture;

namespace Reenact.Analyzers.Determinism.Rules.Enumeration;

/// <summary>What a loop changes. Allowed is what comes to the same in any order, as long as a thing is changed in one way only.</summary>
internal sealed class LoopChanges(CollectionTypes types, LoopVariables variables, PureCode pure)
{
    private readonly Dictionary<ISymbol, string> changed = new(SymbolEqualityComparer.Default);

    public bool Any => changed.Count > 0;

    /// <summary>The loop asks what it has done for other elements.</summary>
    public bool AreRead => changed.Keys.Any(pure.Reads);

    public bool Allow(IOperation effect)
    {
        switch (effect)
        {
            case IIncrementOrDecrementOperation { OperatorMethod: null or { ContainingType.SpecialType: SpecialType.System_Decimal } } step:
                return IsExact(step.Type) && AllowAt(step.Target, "+");
            case ICompoundAssignmentOperation { OperatorMethod: null or { ContainingType.SpecialType: SpecialType.System_Decimal } } sum:
                return Kind(sum) is { } kind && pure.Is(sum.Value) && AllowAt(sum.Target, kind);
            case ISimpleAssignmentOperation { Target: IDiscardOperation } dropped:
                return pure.Is(dropped.Value);
            case ISimpleAssignmentOperation { Target: ILocalReferenceOperation target } own when variables.IsOwn(target.Local):
                return pure.Is(own.Value);
            case ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Property.IsIndexer: true, Instance: { } dictionary } entry } assignment:
                return types.IgnoresOrder(dictionary.Type) && entry.Arguments.All(key => variables.IsUnique(key.Value)) && pure.Is(assignment.Value)
                    && AllowOf(dictionary, "add");
            case ISimpleAssignmentOperation assignment:
                return OtherOfMinOrMax(assignment) is { } other
                    ? pure.Is(other) && AllowAt(assignment.Target, ((IInvocationOperation)Lambdas.Unwrap(assignment.Value)).TargetMethod.Name)
                    : Constant(assignment.Value) is { } constant && AllowAt(assignment.Target, "= " + constant);
            case IInvocationOperation shown when ShownText.IsSink(shown.TargetMethod.ContainingType):
                return shown.Arguments.All(argument => pure.Is(argument.Value));
            case IInvocationOperation { Instance: { } collection } call:
                return types.IgnoresOrder(collection.Type) && call.Arguments.All(argument => pure.Is(argument.Value))
                    && Fills(call) is { } fills && AllowOf(collection, fills);
            default:
                return false;
        }
    }

    /// <summary><c>if (x > max) max = x;</c></summary>
    public bool IsExtreme(IConditionalOperation condition)
    {
        var only = condition.WhenTrue is IBlockOperation { Operations: { Length: 1 } inBlock } ? inBlock[0] : condition.WhenTrue;
        if (condition.WhenFalse is not null
            || condition.Condition is not IBinaryOperation { OperatorKind: BinaryOperatorKind.LessThan or BinaryOperatorKind.GreaterThan } compared
            || only is not IExpressionStatementOperation { Operation: ISimpleAssignmentOperation { Target: var target, Value: var value } }
            || !IsExact(target.Type) || Symbol(target) is not { } symbol || Symbol(value) is { } other && AreSame(symbol, other))
        {
            return false;
        }

        var isLeft = AreSame(Symbol(compared.LeftOperand), symbol);
        var (bound, candidate) = isLeft ? (compared.LeftOperand, compared.RightOperand) : (compared.RightOperand, compared.LeftOperand);
        return AreSame(Symbol(bound), symbol)
            && SyntaxFactory.AreEquivalent(Lambdas.Unwrap(candidate).Syntax, Lambdas.Unwrap(value).Syntax)
            && pure.Is(value)
            && Note(symbol, isLeft == (compared.OperatorKind == BinaryOperatorKind.LessThan) ? "Max" : "Min");
    }

    /// <summary>The local, parameter, field or property that is changed; null where it depends on the element.</summary>
    public ISymbol? Symbol(IOperation place) => Lambdas.Unwrap(place) switch
    {
        ILocalReferenceOperation local => variables.IsOfElement(local.Local) ? null : local.Local,
        IParameterReferenceOperation parameter => parameter.Parameter,
        IFieldReferenceOperation { Instance: null or IInstanceReferenceOperation } field => field.Field,
        IPropertyReferenceOperation { Property.IsIndexer: false, Instance: null or IInstanceReferenceOperation } property => property.Property,
        _ => null,
    };

    /// <summary>A constant as text; null for other values.</summary>
    public static string? Constant(IOperation value)
    {
        value = Lambdas.Unwrap(value);
        return value.ConstantValue is { HasValue: true, Value: var constant } ? constant?.ToString() ?? "null"
            : value is IDefaultValueOperation ? "default"
            : null;
    }

    /// <summary>A change in place: of a variable, or of a counter in a dictionary (<c>counts[x]++</c>).</summary>
    private bool AllowAt(IOperation place, string kind) =>
        place is IPropertyReferenceOperation { Property.IsIndexer: true, Instance: { } dictionary } entry
            ? types.IgnoresOrder(dictionary.Type) && entry.Arguments.All(key => pure.Is(key.Value)) && AllowOf(dictionary, kind)
            : AllowOf(place, kind);

    private bool AllowOf(IOperation variable, string kind) => Symbol(variable) is { } symbol && Note(symbol, kind);

    private bool Note(ISymbol symbol, string kind)
    {
        if (changed.TryGetValue(symbol, out var before))
            return before == kind;
        changed.Add(symbol, kind);
        return true;
    }

    private string? Fills(IInvocationOperation call) => call.TargetMethod.Name switch
    {
        "Add" or "UnionWith" => "add",
        // Of two elements with one key the first would stay.
        "TryAdd" => variables.IsUnique(call.Arguments[0].Value) ? "add" : null,
        "Remove" or "ExceptWith" => "remove",
        _ => null,
    };

    /// <summary>Of <c>max = Math.Max(max, x)</c> the <c>x</c>; null for other assignments.</summary>
    private IOperation? OtherOfMinOrMax(ISimpleAssignmentOperation assignment)
    {
        if (Lambdas.Unwrap(assignment.Value) is not IInvocationOperation { TargetMethod: { Name: "Min" or "Max", IsStatic: true }, Arguments: { Length: 2 } arguments }
            || Symbol(assignment.Target) is not { } symbol)
        {
            return null;
        }

        return AreSame(Symbol(arguments[0].Value), symbol) ? arguments[1].Value
            : AreSame(Symbol(arguments[1].Value), symbol) ? arguments[0].Value
            : null;
    }

    /// <summary>How a sum comes to the same in any order; null for sums that don't.</summary>
    private static string? Kind(ICompoundAssignmentOperation sum) => sum.OperatorKind switch
    {
        BinaryOperatorKind.Add or BinaryOperatorKind.Subtract when IsExact(sum.Type) => "+",
        BinaryOperatorKind.Multiply when IsExact(sum.Type) => "*",
        BinaryOperatorKind.And or BinaryOperatorKind.Or or BinaryOperatorKind.ExclusiveOr => sum.OperatorKind.ToString(),
        _ => null,
    };

    private static bool IsExact(ITypeSymbol? type) => type?.SpecialType is >= SpecialType.System_SByte and <= SpecialType.System_Decimal;

    private static bool AreSame(ISymbol? left, ISymbol? right) => SymbolEqualityComparer.Default.Equals(left, right);
}
