using System.Collections.Immutable;
using System.ComponentModel;
using MessagePack;

namespace Reenact.Shims;

/// <summary>
/// Codec of <see cref="ImmutableDictionary{TKey, TValue}"/>: a map, sorted by its keys' bytes; see
/// <see cref="Entries{TKey, TValue, TKeyCodec, TValueCodec}"/> for comparers. A comparer of values is not kept.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public struct ImmutableDictionaryCodec<TKey, TValue, TKeyCodec, TValueCodec> : IValueCodec<ImmutableDictionary<TKey, TValue>>
    where TKey : notnull
    where TKeyCodec : IValueCodec<TKey>
    where TValueCodec : IValueCodec<TValue>
{
    /// <inheritdoc/>
    public static void Write(ref MessagePackWriter writer, ImmutableDictionary<TKey, TValue>? value, ValueWriteContext context) =>
        Entries<TKey, TValue, TKeyCodec, TValueCodec>.WriteSorted(ref writer, value is null ? null : [.. value], ComparerName.Of(value?.KeyComparer), context);

    /// <inheritdoc/>
    public static ImmutableDictionary<TKey, TValue> Read(ref MessagePackReader reader, ValueReadContext context) =>
        Entries<TKey, TValue, TKeyCodec, TValueCodec>.ReadDictionary(ref reader, context) is { } entries
            ? ImmutableDictionary.CreateRange(entries.Comparer, entries)
            : null!;
}

/// <summary>
/// Codec of <see cref="ImmutableSortedDictionary{TKey, TValue}"/>: a map in the order of the dictionary; see
/// <see cref="Entries{TKey, TValue, TKeyCodec, TValueCodec}"/> for comparers. A comparer of values is not kept.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public struct ImmutableSortedDictionaryCodec<TKey, TValue, TKeyCodec, TValueCodec> : IValueCodec<ImmutableSortedDictionary<TKey, TValue>>
    where TKey : notnull
    where TKeyCodec : IValueCodec<TKey>
    where TValueCodec : IValueCodec<TValue>
{
    /// <inheritdoc/>
    public static void Write(ref MessagePackWriter writer, ImmutableSortedDictionary<TKey, TValue>? value, ValueWriteContext context) =>
        Entries<TKey, TValue, TKeyCodec, TValueCodec>.Write(ref writer, value, ComparerName.Of(value?.KeyComparer), context);

    /// <inheritdoc/>
    public static ImmutableSortedDictionary<TKey, TValue> Read(ref MessagePackReader reader, ValueReadContext context) =>
        Entries<TKey, TValue, TKeyCodec, TValueCodec>.ReadSorted(ref reader, context) is { } entries
            ? ImmutableSortedDictionary.CreateRange(entries.Comparer, entries)
            : null!;
}
