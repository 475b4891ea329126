using Microsoft.CodeAnalysis;
using Reenact.Generators.Shapes;

namespace Reenact.Analyzers.Determinism.Rules.Enumeration;

/// <summary>Knows the operators of LINQ.</summary>
internal static class SequenceOperators
{
    public static bool IsOperator(IMethodSymbol method) =>
        method.ContainingType is { Name: "Enumerable" or "ImmutableArrayExtensions" or "Queryable", IsStatic: true } type && TypeNames.Namespace(type) == "System.Linq";

    /// <summary>What an operator does with the sequence that it gets as one of its parameters.</summary>
    public static OperatorEffect Effect(IMethodSymbol method, int parameter) => parameter == 0 ? OnSource(method) : OnOther(method.Name);

    private static OperatorEffect OnSource(IMethodSymbol method)
    {
        switch (method.Name)
        {
            case "Select" or "Where" or "SelectMany" when CountsElements(method):
                return OperatorEffect.Uses;
            case "Select" or "Where" or "SelectMany" or "Cast" or "OfType" or "Concat" or "Append" or "Prepend" or "Distinct" or "GroupBy" or "Union" or "Except"
                or "Intersect" or "Reverse" or "AsEnumerable" or "AsQueryable" or "DefaultIfEmpty" or "Join" or "LeftJoin" or "RightJoin" or "GroupJoin" or "CountBy":
                return OperatorEffect.PassesOn;
            case "ToList" or "ToArray":
                return OperatorEffect.Fixes;
            case "Order" or "OrderDescending":
                return OperatorEffect.Ignores;
            case "OrderBy" or "OrderByDescending":
                return OperatorEffect.Replaces;
            case "MinBy" or "MaxBy":
                return OperatorEffect.TakesFirstOfEqual;
            case "First" or "FirstOrDefault" or "Last" or "LastOrDefault":
                return OperatorEffect.TakesFirstMatch;
            case "Sum" or "Average":
                return AddsFloatingPoint(method) ? OperatorEffect.Uses : OperatorEffect.Ignores;
            case "Any" or "All" or "Contains" or "Count" or "LongCount" or "Min" or "Max" or "Single" or "SingleOrDefault" or "ToHashSet" or "ToDictionary"
                or "TryGetNonEnumeratedCount":
                return OperatorEffect.Ignores;
            // Random in any order: REEN2002.
            case "Shuffle":
                return OperatorEffect.Ignores;
            default:
                return OperatorEffect.Uses;
        }
    }

    private static OperatorEffect OnOther(string name) => name switch
    {
        "Except" or "ExceptBy" or "Intersect" or "IntersectBy" => OperatorEffect.Ignores,
        "Concat" or "Union" or "Join" or "LeftJoin" or "RightJoin" or "GroupJoin" => OperatorEffect.PassesOn,
        _ => OperatorEffect.Uses,
    };

    /// <summary>The lambda gets the number of the element.</summary>
    private static bool CountsElements(IMethodSymbol method) =>
        method.Parameters is { Length: > 1 } parameters && parameters[1].Type is INamedTypeSymbol { TypeArguments.Length: 3 };

    private static bool AddsFloatingPoint(IMethodSymbol method)
    {
        // Of 'IEnumerable<double?>' or 'Func<T, double?>'.
        if (method.Parameters[method.Parameters.Length - 1].Type is not INamedTypeSymbol { TypeArguments: { Length: > 0 } arguments })
            return false;
        var added = arguments[arguments.Length - 1];
        if (added is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable)
            added = nullable.TypeArguments[0];
        return added.SpecialType is SpecialType.System_Single or SpecialType.System_Double;
    }
}
