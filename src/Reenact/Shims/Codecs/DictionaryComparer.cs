using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Collections.ObjectModel;
using System.Runtime.CompilerServices;

namespace Reenact.Shims;

/// <summary>The comparer of a dictionary of which only an interface is declared.</summary>
internal static class DictionaryComparer<TKey, TValue>
    where TKey : notnull
{
    /// <summary>Names it as the comparer of a hashed dictionary, which it is read back as; null for the default one.</summary>
    public static string? Name(object? dictionary) => dictionary switch
    {
        null => null,
        Dictionary<TKey, TValue> hashed => ComparerName.Of(hashed.Comparer),
        ReadOnlyDictionary<TKey, TValue> readOnly => Name(Inner(readOnly)),
        SortedDictionary<TKey, TValue> sorted => ComparerName.AsEquality(ComparerName.Of(sorted.Comparer)),
        SortedList<TKey, TValue> sorted => ComparerName.AsEquality(ComparerName.Of(sorted.Comparer)),
        OrderedDictionary<TKey, TValue> ordered => ComparerName.Of(ordered.Comparer),
        ConcurrentDictionary<TKey, TValue> concurrent => ComparerName.Of(concurrent.Comparer),
        FrozenDictionary<TKey, TValue> frozen => ComparerName.Of(frozen.Comparer),
        ImmutableDictionary<TKey, TValue> immutable => ComparerName.Of(immutable.KeyComparer),
        ImmutableSortedDictionary<TKey, TValue> immutable => ComparerName.AsEquality(ComparerName.Of(immutable.KeyComparer)),
        _ => null,
    };

    [UnsafeAccessor(UnsafeAccessorKind.Method, Name = "get_Dictionary")]
    private static extern IDictionary<TKey, TValue> Inner(ReadOnlyDictionary<TKey, TValue> dictionary);
}
