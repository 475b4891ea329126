using System.Collections.Immutable;
using System.ComponentModel;
using MessagePack;

namespace Reenact.Shims;

/// <summary>Codec of <see cref="IImmutableList{T}"/>: an array; read as an <see cref="ImmutableList{T}"/>.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public struct ImmutableListInterfaceCodec<T, TCodec> : IValueCodec<IImmutableList<T>>
    where TCodec : IValueCodec<T>
{
    /// <inheritdoc/>
    public static void Write(ref MessagePackWriter writer, IImmutableList<T>? value, ValueWriteContext context) =>
        Elements<T, TCodec>.Write(ref writer, value, context);

    /// <inheritdoc/>
    public static IImmutableList<T> Read(ref MessagePackReader reader, ValueReadContext context) => ImmutableListCodec<T, TCodec>.Read(ref reader, context);
}

/// <summary>Codec of <see cref="IImmutableQueue{T}"/>: an array, first out first; read as an <see cref="ImmutableQueue{T}"/>.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public struct ImmutableQueueInterfaceCodec<T, TCodec> : IValueCodec<IImmutableQueue<T>>
    where TCodec : IValueCodec<T>
{
    /// <inheritdoc/>
    public static void Write(ref MessagePackWriter writer, IImmutableQueue<T>? value, ValueWriteContext context) =>
        Elements<T, TCodec>.Write(ref writer, value, context);

    /// <inheritdoc/>
    public static IImmutableQueue<T> Read(ref MessagePackReader reader, ValueReadContext context) => ImmutableQueueCodec<T, TCodec>.Read(ref reader, context);
}

/// <summary>Codec of <see cref="IImmutableStack{T}"/>: an array, first out first; read as an <see cref="ImmutableStack{T}"/>.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public struct ImmutableStackInterfaceCodec<T, TCodec> : IValueCodec<IImmutableStack<T>>
    where TCodec : IValueCodec<T>
{
    /// <inheritdoc/>
    public static void Write(ref MessagePackWriter writer, IImmutableStack<T>? value, ValueWriteContext context) =>
        Elements<T, TCodec>.Write(ref writer, value, context);

    /// <inheritdoc/>
    public static IImmutableStack<T> Read(ref MessagePackReader reader, ValueReadContext context) => ImmutableStackCodec<T, TCodec>.Read(ref reader, context);
}

/// <summary>Codec of <see cref="IImmutableSet{T}"/>: an array, sorted by its elements' bytes; read as an <see cref="ImmutableHashSet{T}"/>.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public struct ImmutableSetInterfaceCodec<T, TCodec> : IValueCodec<IImmutableSet<T>>
    where TCodec : IValueCodec<T>
{
    /// <inheritdoc/>
    public static void Write(ref MessagePackWriter writer, IImmutableSet<T>? value, ValueWriteContext context)
    {
        if (value is null)
            writer.WriteNil();
        else
            SetElements<T, TCodec>.WriteSorted(ref writer, new ReadOnlySpan<T>([.. value]), SetComparer<T>.Name(value), context);
    }

    /// <inheritdoc/>
    public static IImmutableSet<T> Read(ref MessagePackReader reader, ValueReadContext context) => ImmutableHashSetCodec<T, TCodec>.Read(ref reader, context);
}

/// <summary>Codec of <see cref="IImmutableDictionary{TKey, TValue}"/>: a map, sorted by its keys' bytes; read as an <see cref="ImmutableDictionary{TKey, TValue}"/>.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public struct ImmutableDictionaryInterfaceCodec<TKey, TValue, TKeyCodec, TValueCodec> : IValueCodec<IImmutableDictionary<TKey, TValue>>
    where TKey : notnull
    where TKeyCodec : IValueCodec<TKey>
    where TValueCodec : IValueCodec<TValue>
{
    /// <inheritdoc/>
    public static void Write(ref MessagePackWriter writer, IImmutableDictionary<TKey, TValue>? value, ValueWriteContext context) =>
        Entries<TKey, TValue, TKeyCodec, TValueCodec>.WriteSorted(
            ref writer, value is null ? null : [.. value], DictionaryComparer<TKey, TValue>.Name(value), context);

    /// <inheritdoc/>
    public static IImmutableDictionary<TKey, TValue> Read(ref MessagePackReader reader, ValueReadContext context) =>
        ImmutableDictionaryCodec<TKey, TValue, TKeyCodec, TValueCodec>.Read(ref reader, context);
}
