using System.Collections.Immutable;
using System.ComponentModel;
using MessagePack;

namespace Reenact.Shims;

/// <summary>Codec of <see cref="ImmutableQueue{T}"/>: an array, first out first.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public struct ImmutableQueueCodec<T, TCodec> : IValueCodec<ImmutableQueue<T>>
    where TCodec : IValueCodec<T>
{
    /// <inheritdoc/>
    public static void Write(ref MessagePackWriter writer, ImmutableQueue<T>? value, ValueWriteContext context) =>
        Elements<T, TCodec>.Write(ref writer, value, context);

    /// <inheritdoc/>
    public static ImmutableQueue<T> Read(ref MessagePackReader reader, ValueReadContext context) =>
        Elements<T, TCodec>.ReadArray(ref reader, context) is { } items ? ImmutableQueue.CreateRange(items) : null!;
}

/// <summary>Codec of <see cref="ImmutableStack{T}"/>: an array, first out first.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public struct ImmutableStackCodec<T, TCodec> : IValueCodec<ImmutableStack<T>>
    where TCodec : IValueCodec<T>
{
    /// <inheritdoc/>
    public static void Write(ref MessagePackWriter writer, ImmutableStack<T>? value, ValueWriteContext context) =>
        Elements<T, TCodec>.Write(ref writer, value, context);

    /// <inheritdoc/>
    public static ImmutableStack<T> Read(ref MessagePackReader reader, ValueReadContext context) =>
        Elements<T, TCodec>.ReadReversed(ref reader, context) is { } items ? ImmutableStack.CreateRange(items) : null!;
}
