using System.Collections.ObjectModel;
using System.ComponentModel;
using MessagePack;

namespace Reenact.Shims;

/// <summary>Codec of <see cref="Dictionary{TKey, TValue}"/>: a map in the order of the dictionary; see <see cref="Entries{TKey, TValue, TKeyCodec, TValueCodec}"/> for comparers.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public struct DictionaryCodec<TKey, TValue, TKeyCodec, TValueCodec> : IValueCodec<Dictionary<TKey, TValue>>
    where TKey : notnull
    where TKeyCodec : IValueCodec<TKey>
    where TValueCodec : IValueCodec<TValue>
{
    /// <inheritdoc/>
    public static void Write(ref MessagePackWriter writer, Dictionary<TKey, TValue>? value, ValueWriteContext context) =>
        Entries<TKey, TValue, TKeyCodec, TValueCodec>.Write(ref writer, value, ComparerName.Of(value?.Comparer), context);

    /// <inheritdoc/>
    public static Dictionary<TKey, TValue> Read(ref MessagePackReader reader, ValueReadContext context) =>
        Entries<TKey, TValue, TKeyCodec, TValueCodec>.ReadDictionary(ref reader, context)!;
}

/// <summary>Codec of <see cref="IDictionary{TKey, TValue}"/>: a map; read as a <see cref="Dictionary{TKey, TValue}"/>.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public struct DictionaryInterfaceCodec<TKey, TValue, TKeyCodec, TValueCodec> : IValueCodec<IDictionary<TKey, TValue>>
    where TKey : notnull
    where TKeyCodec : IValueCodec<TKey>
    where TValueCodec : IValueCodec<TValue>
{
    /// <inheritdoc/>
    public static void Write(ref MessagePackWriter writer, IDictionary<TKey, TValue>? value, ValueWriteContext context) =>
        Entries<TKey, TValue, TKeyCodec, TValueCodec>.Write(ref writer, value, DictionaryComparer<TKey, TValue>.Name(value), context);

    /// <inheritdoc/>
    public static IDictionary<TKey, TValue> Read(ref MessagePackReader reader, ValueReadContext context) =>
        Entries<TKey, TValue, TKeyCodec, TValueCodec>.ReadDictionary(ref reader, context)!;
}

/// <summary>Codec of <see cref="IReadOnlyDictionary{TKey, TValue}"/>: a map; read as a <see cref="Dictionary{TKey, TValue}"/>.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public struct ReadOnlyDictionaryInterfaceCodec<TKey, TValue, TKeyCodec, TValueCodec> : IValueCodec<IReadOnlyDictionary<TKey, TValue>>
    where TKey : notnull
    where TKeyCodec : IValueCodec<TKey>
    where TValueCodec : IValueCodec<TValue>
{
    /// <inheritdoc/>
    public static void Write(ref MessagePackWriter writer, IReadOnlyDictionary<TKey, TValue>? value, ValueWriteContext context) =>
        Entries<TKey, TValue, TKeyCodec, TValueCodec>.Write(ref writer, value, DictionaryComparer<TKey, TValue>.Name(value), context);

    /// <inheritdoc/>
    public static IReadOnlyDictionary<TKey, TValue> Read(ref MessagePackReader reader, ValueReadContext context) =>
        Entries<TKey, TValue, TKeyCodec, TValueCodec>.ReadDictionary(ref reader, context)!;
}

/// <summary>Codec of <see cref="ReadOnlyDictionary{TKey, TValue}"/>: a map, with the comparer of the dictionary inside; read around a <see cref="Dictionary{TKey, TValue}"/>.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public struct ReadOnlyDictionaryCodec<TKey, TValue, TKeyCodec, TValueCodec> : IValueCodec<ReadOnlyDictionary<TKey, TValue>>
    where TKey : notnull
    where TKeyCodec : IValueCodec<TKey>
    where TValueCodec : IValueCodec<TValue>
{
    /// <inheritdoc/>
    public static void Write(ref MessagePackWriter writer, ReadOnlyDictionary<TKey, TValue>? value, ValueWriteContext context) =>
        Entries<TKey, TValue, TKeyCodec, TValueCodec>.Write(ref writer, value, DictionaryComparer<TKey, TValue>.Name(value), context);

    /// <inheritdoc/>
    public static ReadOnlyDictionary<TKey, TValue> Read(ref MessagePackReader reader, ValueReadContext context) =>
        Entries<TKey, TValue, TKeyCodec, TValueCodec>.ReadDictionary(ref reader, context) is { } entries ? new ReadOnlyDictionary<TKey, TValue>(entries) : null!;
}

/// <summary>Codec of <see cref="KeyValuePair{TKey, TValue}"/>: an array of two.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public struct KeyValuePairCodec<TKey, TValue, TKeyCodec, TValueCodec> : IValueCodec<KeyValuePair<TKey, TValue>>
    where TKeyCodec : IValueCodec<TKey>
    where TValueCodec : IValueCodec<TValue>
{
    /// <inheritdoc/>
    public static void Write(ref MessagePackWriter writer, KeyValuePair<TKey, TValue> value, ValueWriteContext context)
    {
        TupleElements.Begin(ref writer, 2, context);
        TKeyCodec.Write(ref writer, value.Key, context);
        TValueCodec.Write(ref writer, value.Value, context);
        context.Leave();
    }

    /// <inheritdoc/>
    public static KeyValuePair<TKey, TValue> Read(ref MessagePackReader reader, ValueReadContext context)
    {
        TupleElements.Begin(ref reader, 2, context);
        var value = new KeyValuePair<TKey, TValue>(TKeyCodec.Read(ref reader, context), TValueCodec.Read(ref reader, context));
        context.Leave();
        return value;
    }
}

/// <summary>Codec of <see cref="OrderedDictionary{TKey, TValue}"/>: a map in the order of the dictionary; see <see cref="Entries{TKey, TValue, TKeyCodec, TValueCodec}"/> for comparers.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public struct OrderedDictionaryCodec<TKey, TValue, TKeyCodec, TValueCodec> : IValueCodec<OrderedDictionary<TKey, TValue>>
    where TKey : notnull
    where TKeyCodec : IValueCodec<TKey>
    where TValueCodec : IValueCodec<TValue>
{
    /// <inheritdoc/>
    public static void Write(ref MessagePackWriter writer, OrderedDictionary<TKey, TValue>? value, ValueWriteContext context) =>
        Entries<TKey, TValue, TKeyCodec, TValueCodec>.Write(ref writer, value, ComparerName.Of(value?.Comparer), context);

    /// <inheritdoc/>
    public static OrderedDictionary<TKey, TValue> Read(ref MessagePackReader reader, ValueReadContext context) =>
        Entries<TKey, TValue, TKeyCodec, TValueCodec>.ReadOrdered(ref reader, context)!;
}
