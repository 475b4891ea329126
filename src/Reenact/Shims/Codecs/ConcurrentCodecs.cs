using System.Collections.Concurrent;
using System.ComponentModel;
using MessagePack;

namespace Reenact.Shims;

/// <summary>Codec of <see cref="ConcurrentQueue{T}"/>: an array, first out first.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public struct ConcurrentQueueCodec<T, TCodec> : IValueCodec<ConcurrentQueue<T>>
    where TCodec : IValueCodec<T>
{
    /// <inheritdoc/>
    public static void Write(ref MessagePackWriter writer, ConcurrentQueue<T>? value, ValueWriteContext context) =>
        ArrayCodec<T, TCodec>.Write(ref writer, value?.ToArray(), context);

    /// <inheritdoc/>
    public static ConcurrentQueue<T> Read(ref MessagePackReader reader, ValueReadContext context) =>
        Elements<T, TCodec>.ReadArray(ref reader, context) is { } items ? new ConcurrentQueue<T>(items) : null!;
}

/// <summary>Codec of <see cref="ConcurrentStack{T}"/>: an array, first out first.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public struct ConcurrentStackCodec<T, TCodec> : IValueCodec<ConcurrentStack<T>>
    where TCodec : IValueCodec<T>
{
    /// <inheritdoc/>
    public static void Write(ref MessagePackWriter writer, ConcurrentStack<T>? value, ValueWriteContext context) =>
        ArrayCodec<T, TCodec>.Write(ref writer, value?.ToArray(), context);

    /// <inheritdoc/>
    public static ConcurrentStack<T> Read(ref MessagePackReader reader, ValueReadContext context) =>
        Elements<T, TCodec>.ReadReversed(ref reader, context) is { } items ? new ConcurrentStack<T>(items) : null!;
}

/// <summary>Codec of <see cref="ConcurrentBag{T}"/>: an array, sorted by its elements' bytes, with those that are there more than once.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public struct ConcurrentBagCodec<T, TCodec> : IValueCodec<ConcurrentBag<T>>
    where TCodec : IValueCodec<T>
{
    /// <inheritdoc/>
    public static void Write(ref MessagePackWriter writer, ConcurrentBag<T>? value, ValueWriteContext context)
    {
        if (value is null)
            writer.WriteNil();
        else
            SortedElements<T, TCodec>.Write(ref writer, new ReadOnlySpan<T>(value.ToArray()), context);
    }

    /// <inheritdoc/>
    public static ConcurrentBag<T> Read(ref MessagePackReader reader, ValueReadContext context) =>
        Elements<T, TCodec>.ReadArray(ref reader, context) is { } items ? [.. items] : null!;
}

/// <summary>Codec of <see cref="ConcurrentDictionary{TKey, TValue}"/>: a map, sorted by its keys' bytes; see <see cref="Entries{TKey, TValue, TKeyCodec, TValueCodec}"/> for comparers.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public struct ConcurrentDictionaryCodec<TKey, TValue, TKeyCodec, TValueCodec> : IValueCodec<ConcurrentDictionary<TKey, TValue>>
    where TKey : notnull
    where TKeyCodec : IValueCodec<TKey>
    where TValueCodec : IValueCodec<TValue>
{
    /// <inheritdoc/>
    public static void Write(ref MessagePackWriter writer, ConcurrentDictionary<TKey, TValue>? value, ValueWriteContext context) =>
        Entries<TKey, TValue, TKeyCodec, TValueCodec>.WriteSorted(ref writer, value?.ToArray(), ComparerName.Of(value?.Comparer), context);

    /// <inheritdoc/>
    public static ConcurrentDictionary<TKey, TValue> Read(ref MessagePackReader reader, ValueReadContext context) =>
        Entries<TKey, TValue, TKeyCodec, TValueCodec>.ReadDictionary(ref reader, context) is { } entries
            ? new ConcurrentDictionary<TKey, TValue>(entries, entries.Comparer)
            : null!;
}
