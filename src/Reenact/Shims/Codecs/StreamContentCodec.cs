using System.ComponentModel;
using MessagePack;

namespace Reenact.Shims;

/// <summary>
/// Codec of a stream's content, for results that <see cref="Materialized"/> has read: bytes, in blobs when there are many; read as a stream in memory
/// that can't be written to.
/// </summary>
/// <typeparam name="TStream"><see cref="Stream"/> or <see cref="MemoryStream"/>.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public struct StreamContentCodec<TStream> : IValueCodec<TStream>
    where TStream : Stream
{
    /// <inheritdoc/>
    public static void Write(ref MessagePackWriter writer, TStream? value, ValueWriteContext context)
    {
        if (value is null)
            writer.WriteNil();
        else if (value is MemoryStream memory && memory.TryGetBuffer(out var content))
            context.WriteBytes(ref writer, content);
        else
            throw new InvalidOperationException($"A {value.GetType()} was to be recorded before its content was read. Rebuild the project with the generator of this package version.");
    }

    /// <inheritdoc/>
    public static TStream Read(ref MessagePackReader reader, ValueReadContext context) =>
        context.ReadBytes(ref reader) is { } content ? Over(content) : null!;

    /// <summary>A stream over bytes, which can be read and sought in.</summary>
    internal static TStream Over(byte[] content) =>
        (TStream)(Stream)new MemoryStream(content, 0, content.Length, writable: false, publiclyVisible: true);
}
