using System.Collections.Immutable;
using System.ComponentModel;
using System.Runtime.InteropServices;
using MessagePack;

namespace Reenact.Shims;

/// <summary>Codec of arrays: an array.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public struct ArrayCodec<T, TCodec> : IValueCodec<T[]>
    where TCodec : IValueCodec<T>
{
    /// <inheritdoc/>
    public static void Write(ref MessagePackWriter writer, T[]? value, ValueWriteContext context)
    {
        if (value is null)
            writer.WriteNil();
        else
            Elements<T, TCodec>.Write(ref writer, new ReadOnlySpan<T>(value), context);
    }

    /// <inheritdoc/>
    public static T[] Read(ref MessagePackReader reader, ValueReadContext context) =>
        Elements<T, TCodec>.ReadArray(ref reader, context)!;
}

/// <summary>Codec of <see cref="Memory{T}"/>: an array.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public struct MemoryCodec<T, TCodec> : IValueCodec<Memory<T>>
    where TCodec : IValueCodec<T>
{
    /// <inheritdoc/>
    public static void Write(ref MessagePackWriter writer, Memory<T> value, ValueWriteContext context) =>
        Elements<T, TCodec>.Write(ref writer, value.Span, context);

    /// <inheritdoc/>
    public static Memory<T> Read(ref MessagePackReader reader, ValueReadContext context) =>
        Elements<T, TCodec>.ReadArray(ref reader, context)!;
}

/// <summary>Codec of <see cref="ReadOnlyMemory{T}"/>: an array.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public struct ReadOnlyMemoryCodec<T, TCodec> : IValueCodec<ReadOnlyMemory<T>>
    where TCodec : IValueCodec<T>
{
    /// <inheritdoc/>
    public static void Write(ref MessagePackWriter writer, ReadOnlyMemory<T> value, ValueWriteContext context) =>
        Elements<T, TCodec>.Write(ref writer, value.Span, context);

    /// <inheritdoc/>
    public static ReadOnlyMemory<T> Read(ref MessagePackReader reader, ValueReadContext context) =>
        Elements<T, TCodec>.ReadArray(ref reader, context)!;
}

/// <summary>Codec of <see cref="ImmutableArray{T}"/>: an array; nil for the default.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public struct ImmutableArrayCodec<T, TCodec> : IValueCodec<ImmutableArray<T>>
    where TCodec : IValueCodec<T>
{
    /// <inheritdoc/>
    public static void Write(ref MessagePackWriter writer, ImmutableArray<T> value, ValueWriteContext context)
    {
        if (value.IsDefault)
            writer.WriteNil();
        else
            Elements<T, TCodec>.Write(ref writer, value.AsSpan(), context);
    }

    /// <inheritdoc/>
    public static ImmutableArray<T> Read(ref MessagePackReader reader, ValueReadContext context) =>
        ImmutableCollectionsMarshal.AsImmutableArray(Elements<T, TCodec>.ReadArray(ref reader, context));
}
