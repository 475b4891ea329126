using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Reenact.Analyzers.Determinism.Rules.Culture;

/// <summary>Sorting of strings without a comparer, which follows the current culture.</summary>
internal static class SortOrder
{
    /// <summary>Judges the calls of a method or constructor; null where it doesn't sort. The same for all calls.</summary>
    public static Func<CallSite, Finding?>? For(IMethodSymbol method) =>
        Key(method) is not { } key ? null
        : call => SortedTypes.Follow(key(call)) && !call.IsGiven(IsComparer) && !call.Method.Parameters.Any(IsComparison) ? call.Find(Remedies.Comparer) : null;

    /// <summary>The type of what a call sorts by; null where it doesn't sort, or by nothing that is known.</summary>
    public static ITypeSymbol? KeyOf(CallSite call) => Key(call.Method)?.Invoke(call);

    /// <summary>The type of what a sorted collection is sorted by; null for other types.</summary>
    public static ITypeSymbol? KeyOf(ITypeSymbol? type) => type is not INamedTypeSymbol named || !IsSorted(named) ? null
        : named.Name == "PriorityQueue" ? named.TypeArguments[1]
        : named.TypeArguments[0];

    public static bool IsComparer(IParameterSymbol parameter) => parameter.Type switch
    {
        INamedTypeSymbol { Name: "IComparer" } => true,
        ITypeParameterSymbol { Name: "TComparer" } => true,
        INamedTypeSymbol named => named.AllInterfaces.Any(static each => each.Name == "IComparer"),
        _ => false,
    };

    /// <summary>Whether an empty collection is just asked for one with a comparer: <c>Empty.WithComparer(…)</c>.</summary>
    public static bool IsGivenComparer(IOperation empty) =>
        empty.Parent is IInvocationOperation { TargetMethod.Name: "WithComparer" or "WithComparers", Arguments: { Length: > 0 } arguments } && !Operands.IsNull(arguments[0].Value);

    private static Func<CallSite, ITypeSymbol?>? Key(IMethodSymbol method)
    {
        var type = method.ContainingType;
        if (method.MethodKind == MethodKind.Constructor)
            return IsSorted(type) ? static call => KeyOf(call.Method.ContainingType) : null;
        return type.Name switch
        {
            "Enumerable" when FrameworkTypes.IsIn(type, "System", "Linq") => OfQuery(method),
            "Array" when type.SpecialType == SpecialType.System_Array && method.Name is "Sort" or "BinarySearch" => OfArray,
            "List" when method.Name is "Sort" or "BinarySearch" && FrameworkTypes.IsIn(type, "System", "Collections", "Generic") =>
                static call => call.Method.ContainingType.TypeArguments[0],
            "MemoryExtensions" when method.Name == "Sort" && method.Arity > 0 && FrameworkTypes.IsIn(type, "System") => static call => call.Method.TypeArguments[0],
            "ImmutableSortedSet" or "ImmutableSortedDictionary" when method.Arity > 0 && FrameworkTypes.IsIn(type, "System", "Collections", "Immutable") => OfImmutable,
            _ => null,
        };
    }

    private static Func<CallSite, ITypeSymbol?>? OfQuery(IMethodSymbol method) => method.Name switch
    {
        "OrderBy" or "OrderByDescending" or "ThenBy" or "ThenByDescending" or "MinBy" or "MaxBy" => static call => call.Method.TypeArguments[1],
        "Order" or "OrderDescending" => static call => call.Method.TypeArguments[0],
        // Those return what they compare.
        "Min" or "Max" when method.Arity > 0 => static call => call.Method.ReturnType,
        _ => null,
    };

    private static ITypeSymbol? OfArray(CallSite call) => call.Method.TypeArguments.Length > 0
        ? call.Method.TypeArguments[0]
        : call.Argument(0) is { } array ? Operands.ElementType(Operands.Unwrap(array).Type) : null;

    /// <summary>Of <c>ToImmutableSortedDictionary&lt;TSource, TKey, TValue&gt;</c> the second, of all others the first.</summary>
    private static ITypeSymbol? OfImmutable(CallSite call) => call.Method.TypeArguments[call.Method.TypeArguments.Length == 3 ? 1 : 0];

    private static bool IsComparison(IParameterSymbol parameter) => parameter.Type is INamedTypeSymbol { Name: "Comparison", TypeKind: TypeKind.Delegate };

    private static bool IsSorted(INamedTypeSymbol type) => type.Name switch
    {
        "SortedDictionary" or "SortedList" or "SortedSet" or "PriorityQueue" => FrameworkTypes.IsIn(type, "System", "Collections", "Generic"),
        "ImmutableSortedSet" or "ImmutableSortedDictionary" => type.Arity > 0 && FrameworkTypes.IsIn(type, "System", "Collections", "Immutable"),
        _ => false,
    };
}
