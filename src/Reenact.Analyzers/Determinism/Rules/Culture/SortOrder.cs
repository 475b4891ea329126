using Microsoft.CodeAnalysis;

namespace Reenact.Analyzers.Determinism.Rules.Culture;

/// <summary>Sorting of strings without a comparer, which follows the current culture.</summary>
internal static class SortOrder
{
    /// <summary>Judges the calls of a method or constructor; null where it doesn't sort. The same for all calls.</summary>
    public static Func<CallSite, Finding?>? For(IMethodSymbol method)
    {
        var type = method.ContainingType;
        if (method.MethodKind == MethodKind.Constructor)
            return IsSorted(type) ? static call => WithoutComparer(call, KeyOf(call.Method.ContainingType)) : null;
        return type.Name switch
        {
            "Enumerable" when FrameworkTypes.IsIn(type, "System", "Linq") => Query(method),
            "Array" when type.SpecialType == SpecialType.System_Array && method.Name is "Sort" or "BinarySearch" => Arrays,
            "List" when method.Name is "Sort" or "BinarySearch" && FrameworkTypes.IsIn(type, "System", "Collections", "Generic") =>
                static call => WithoutComparer(call, call.Method.ContainingType.TypeArguments[0]),
            "MemoryExtensions" when method.Name == "Sort" && method.Arity > 0 && FrameworkTypes.IsIn(type, "System") =>
                static call => WithoutComparer(call, call.Method.TypeArguments[0]),
            "ImmutableSortedSet" or "ImmutableSortedDictionary" when method.Arity > 0 && FrameworkTypes.IsIn(type, "System", "Collections", "Immutable") => Created,
            _ => null,
        };
    }

    /// <summary>A sorted collection that a collection expression makes, or an empty one that is named.</summary>
    public static bool IsSortedByText(ITypeSymbol? type) => type is INamedTypeSymbol named && IsSorted(named) && SortedTypes.Follow(KeyOf(named));

    private static Func<CallSite, Finding?>? Query(IMethodSymbol method) => method.Name switch
    {
        "OrderBy" or "OrderByDescending" or "ThenBy" or "ThenByDescending" or "MinBy" or "MaxBy" => static call => WithoutComparer(call, call.Method.TypeArguments[1]),
        "Order" or "OrderDescending" => static call => WithoutComparer(call, call.Method.TypeArguments[0]),
        // Without a selector of numbers: those overloads return what they compare.
        "Min" or "Max" when method.Arity > 0 => static call => WithoutComparer(call, call.Method.ReturnType),
        _ => null,
    };

    private static Finding? Arrays(CallSite call)
    {
        if (call.Method.TypeArguments.Length > 0)
            return WithoutComparer(call, call.Method.TypeArguments[0]);
        var array = call.Argument(0) is { } value ? Operands.Unwrap(value).Type : null;
        return WithoutComparer(call, Operands.ElementType(array));
    }

    private static Finding? Created(CallSite call) => WithoutComparer(call, call.Method.TypeArguments[call.Method.TypeArguments.Length > 1 && call.Method.Name.StartsWith("To", StringComparison.Ordinal) ? KeyArgument(call.Method) : 0]);

    /// <summary>Of <c>ToImmutableSortedDictionary&lt;TSource, TKey, TValue&gt;</c> the second, else the first.</summary>
    private static int KeyArgument(IMethodSymbol method) => method.TypeArguments.Length == 3 ? 1 : 0;

    private static Finding? WithoutComparer(CallSite call, ITypeSymbol? key) =>
        SortedTypes.Follow(key) && !call.IsGiven(IsComparer) && !call.Method.Parameters.Any(IsComparison) ? call.Find(Remedies.Comparer) : null;

    private static bool IsComparer(IParameterSymbol parameter) =>
        parameter.Type is INamedTypeSymbol { Name: "IComparer" or "Comparer" or "StringComparer" } || parameter.Type is ITypeParameterSymbol { Name: "TComparer" }
        || (parameter.Type is INamedTypeSymbol named && named.AllInterfaces.Any(static each => each.Name == "IComparer"));

    private static bool IsComparison(IParameterSymbol parameter) => parameter.Type is INamedTypeSymbol { Name: "Comparison", TypeKind: TypeKind.Delegate };

    private static bool IsSorted(INamedTypeSymbol type) => type.Name switch
    {
        "SortedDictionary" or "SortedList" or "SortedSet" => FrameworkTypes.IsIn(type, "System", "Collections", "Generic"),
        "PriorityQueue" => FrameworkTypes.IsIn(type, "System", "Collections", "Generic"),
        "ImmutableSortedSet" or "ImmutableSortedDictionary" => type.Arity > 0 && FrameworkTypes.IsIn(type, "System", "Collections", "Immutable"),
        _ => false,
    };

    private static ITypeSymbol? KeyOf(INamedTypeSymbol type) => type switch
    {
        { Name: "PriorityQueue", TypeArguments.Length: 2 } => type.TypeArguments[1],
        { TypeArguments.Length: > 0 } => type.TypeArguments[0],
        _ => null,
    };
}
