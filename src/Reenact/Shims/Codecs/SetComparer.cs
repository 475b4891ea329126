using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Collections.ObjectModel;
using System.Runtime.CompilerServices;

namespace Reenact.Shims;

/// <summary>The comparer of a set of which only an interface is declared.</summary>
internal static class SetComparer<T>
{
    /// <summary>Names it as the comparer of a hashed set, which it is read back as; null for the default one.</summary>
    public static string? Name(object? set) => set switch
    {
        null => null,
        HashSet<T> hashed => ComparerName.Of(hashed.Comparer),
        SortedSet<T> sorted => ComparerName.AsEquality(ComparerName.Of(sorted.Comparer)),
        FrozenSet<T> frozen => ComparerName.Of(frozen.Comparer),
        ImmutableHashSet<T> immutable => ComparerName.Of(immutable.KeyComparer),
        ImmutableSortedSet<T> immutable => ComparerName.AsEquality(ComparerName.Of(immutable.KeyComparer)),
        ReadOnlySet<T> readOnly => Name(Inner(readOnly)),
        _ => null,
    };

    /// <summary>Whether a set lists its elements in an order that says nothing: it is another one in the next process.</summary>
    public static bool IsUnordered(object? set) => set switch
    {
        FrozenSet<T> or ImmutableHashSet<T> => true,
        ReadOnlySet<T> readOnly => IsUnordered(Inner(readOnly)),
        _ => false,
    };

    [UnsafeAccessor(UnsafeAccessorKind.Method, Name = "get_Set")]
    private static extern ISet<T> Inner(ReadOnlySet<T> set);
}
