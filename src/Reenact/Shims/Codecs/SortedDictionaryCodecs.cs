using System.ComponentModel;
using MessagePack;

namespace Reenact.Shims;

/// <summary>Codec of <see cref="SortedDictionary{TKey, TValue}"/>: a map in the order of the dictionary; see <see cref="Entries{TKey, TValue, TKeyCodec, TValueCodec}"/> for comparers.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public struct SortedDictionaryCodec<TKey, TValue, TKeyCodec, TValueCodec> : IValueCodec<SortedDictionary<TKey, TValue>>
    where TKey : notnull
    where TKeyCodec : IValueCodec<TKey>
    where TValueCodec : IValueCodec<TValue>
{
    /// <inheritdoc/>
    public static void Write(ref MessagePackWriter writer, SortedDictionary<TKey, TValue>? value, ValueWriteContext context) =>
        Entries<TKey, TValue, TKeyCodec, TValueCodec>.Write(ref writer, value, ComparerName.Of(value?.Comparer), context);

    /// <inheritdoc/>
    public static SortedDictionary<TKey, TValue> Read(ref MessagePackReader reader, ValueReadContext context) =>
        Entries<TKey, TValue, TKeyCodec, TValueCodec>.ReadSorted(ref reader, context)!;
}

/// <summary>Codec of <see cref="SortedList{TKey, TValue}"/>: a map in the order of the list; see <see cref="Entries{TKey, TValue, TKeyCodec, TValueCodec}"/> for comparers.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public struct SortedListCodec<TKey, TValue, TKeyCodec, TValueCodec> : IValueCodec<SortedList<TKey, TValue>>
    where TKey : notnull
    where TKeyCodec : IValueCodec<TKey>
    where TValueCodec : IValueCodec<TValue>
{
    /// <inheritdoc/>
    public static void Write(ref MessagePackWriter writer, SortedList<TKey, TValue>? value, ValueWriteContext context) =>
        Entries<TKey, TValue, TKeyCodec, TValueCodec>.Write(ref writer, value, ComparerName.Of(value?.Comparer), context);

    /// <inheritdoc/>
    public static SortedList<TKey, TValue> Read(ref MessagePackReader reader, ValueReadContext context) =>
        Entries<TKey, TValue, TKeyCodec, TValueCodec>.ReadSorted(ref reader, context) is { } entries ? new SortedList<TKey, TValue>(entries, entries.Comparer) : null!;
}
