using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;
using Reenact.Generators.Shapes;

namespace Reenact.Analyzers.Determinism.Rules.Enumeration;

/// <summary>Knows the order of collections by their types. One instance per compilation; thread-safe.</summary>
internal sealed class CollectionTypes
{
    private readonly ConcurrentDictionary<ITypeSymbol, CollectionOrder> known = new(SymbolEqualityComparer.Default);

    public CollectionOrder Of(ITypeSymbol? type) =>
        type is INamedTypeSymbol { SpecialType: SpecialType.None, TypeKind: TypeKind.Class or TypeKind.Struct or TypeKind.Interface } named
            ? known.GetOrAdd(named.OriginalDefinition, static definition => Decide(definition))
            : CollectionOrder.Known;

    /// <summary>Enumerating it may give another order on replay.</summary>
    public bool IsUnordered(ITypeSymbol? type) => Of(type) is CollectionOrder.None or CollectionOrder.Insertion;

    /// <summary>What it is filled from may come in any order.</summary>
    public bool IgnoresOrder(ITypeSymbol? type) => Of(type) != CollectionOrder.Known;

    private static CollectionOrder Decide(ITypeSymbol type)
    {
        for (var at = type; at is not null; at = at.BaseType?.OriginalDefinition)
        {
            if (Declared(at) is var order and not CollectionOrder.Known)
                return order;
        }

        return CollectionOrder.Known;
    }

    private static CollectionOrder Declared(ITypeSymbol type)
    {
        var name = type.ContainingType is { } outer ? outer.MetadataName + "+" + type.MetadataName : type.MetadataName;
        switch (name)
        {
            case "Dictionary`2" or "HashSet`1" or "Dictionary`2+KeyCollection" or "Dictionary`2+ValueCollection" or "PriorityQueue`2+UnorderedItemsCollection":
                return In("System.Collections.Generic", CollectionOrder.Insertion);
            case "ListDictionary":
                return In("System.Collections.Specialized", CollectionOrder.Insertion);
            case "HybridDictionary" or "StringDictionary":
                return In("System.Collections.Specialized", CollectionOrder.None);
            case "Hashtable":
                return In("System.Collections", CollectionOrder.None);
            case "ConcurrentDictionary`2" or "ConcurrentBag`1":
                return In("System.Collections.Concurrent", CollectionOrder.None);
            case "FrozenSet`1" or "FrozenDictionary`2":
                return In("System.Collections.Frozen", CollectionOrder.None);
            case "ImmutableDictionary`2" or "ImmutableHashSet`1" or "ImmutableDictionary`2+Builder" or "ImmutableHashSet`1+Builder":
                return In("System.Collections.Immutable", CollectionOrder.None);
            case "ConditionalWeakTable`2":
                return In("System.Runtime.CompilerServices", CollectionOrder.None);
            case "SortedSet`1" or "SortedDictionary`2" or "SortedList`2" or "ISet`1" or "IReadOnlySet`1":
                return In("System.Collections.Generic", CollectionOrder.Sorted);
            case "SortedList":
                return In("System.Collections", CollectionOrder.Sorted);
            case "ImmutableSortedDictionary`2" or "ImmutableSortedSet`1" or "ImmutableSortedDictionary`2+Builder" or "ImmutableSortedSet`1+Builder"
                or "IImmutableSet`1" or "IImmutableDictionary`2":
                return In("System.Collections.Immutable", CollectionOrder.Sorted);
            default:
                return CollectionOrder.Known;
        }

        CollectionOrder In(string space, CollectionOrder order) => TypeNames.Namespace(type) == space ? order : CollectionOrder.Known;
    }
}
