using System.ComponentModel;
using MessagePack;

namespace Reenact.Shims;

/// <summary>Codec of <see cref="Queue{T}"/>: an array, first out first.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public struct QueueCodec<T, TCodec> : IValueCodec<Queue<T>>
    where TCodec : IValueCodec<T>
{
    /// <inheritdoc/>
    public static void Write(ref MessagePackWriter writer, Queue<T>? value, ValueWriteContext context) =>
        Elements<T, TCodec>.Write(ref writer, value, context);

    /// <inheritdoc/>
    public static Queue<T> Read(ref MessagePackReader reader, ValueReadContext context) =>
        Elements<T, TCodec>.ReadArray(ref reader, context) is { } items ? new Queue<T>(items) : null!;
}

/// <summary>Codec of <see cref="Stack{T}"/>: an array, first out first.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public struct StackCodec<T, TCodec> : IValueCodec<Stack<T>>
    where TCodec : IValueCodec<T>
{
    /// <inheritdoc/>
    public static void Write(ref MessagePackWriter writer, Stack<T>? value, ValueWriteContext context) =>
        Elements<T, TCodec>.Write(ref writer, value, context);

    /// <inheritdoc/>
    public static Stack<T> Read(ref MessagePackReader reader, ValueReadContext context) =>
        Elements<T, TCodec>.ReadReversed(ref reader, context) is { } items ? new Stack<T>(items) : null!;
}
