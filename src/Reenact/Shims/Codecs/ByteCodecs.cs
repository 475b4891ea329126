using System.ComponentModel;
using MessagePack;

namespace Reenact.Shims;

/// <summary>Codec of byte arrays: bytes, in a blob when there are many.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public struct ByteArrayCodec : IValueCodec<byte[]>
{
    /// <inheritdoc/>
    public static void Write(ref MessagePackWriter writer, byte[]? value, ValueWriteContext context)
    {
        if (value is null)
            writer.WriteNil();
        else
            context.WriteBytes(ref writer, value);
    }

    /// <inheritdoc/>
    public static byte[] Read(ref MessagePackReader reader, ValueReadContext context) => context.ReadBytes(ref reader)!;
}

/// <summary>Codec of <see cref="Memory{T}"/> of bytes: bytes, in a blob when there are many.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public struct ByteMemoryCodec : IValueCodec<Memory<byte>>
{
    /// <inheritdoc/>
    public static void Write(ref MessagePackWriter writer, Memory<byte> value, ValueWriteContext context) =>
        context.WriteBytes(ref writer, value.Span);

    /// <inheritdoc/>
    public static Memory<byte> Read(ref MessagePackReader reader, ValueReadContext context) => context.ReadBytes(ref reader);
}

/// <summary>Codec of <see cref="ReadOnlyMemory{T}"/> of bytes: bytes, in a blob when there are many.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public struct ReadOnlyByteMemoryCodec : IValueCodec<ReadOnlyMemory<byte>>
{
    /// <inheritdoc/>
    public static void Write(ref MessagePackWriter writer, ReadOnlyMemory<byte> value, ValueWriteContext context) =>
        context.WriteBytes(ref writer, value.Span);

    /// <inheritdoc/>
    public static ReadOnlyMemory<byte> Read(ref MessagePackReader reader, ValueReadContext context) => context.ReadBytes(ref reader);
}
