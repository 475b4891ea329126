using System.ComponentModel;
using MessagePack;

namespace Reenact.Shims;

/// <summary>Codec of <c>nint</c>: a MessagePack integer, as short as it can be.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public struct IntPtrCodec : IValueCodec<nint>
{
    /// <inheritdoc/>
    public static void Write(ref MessagePackWriter writer, nint value, ValueWriteContext context) => writer.Write((long)value);

    /// <inheritdoc/>
    public static nint Read(ref MessagePackReader reader, ValueReadContext context) => checked((nint)reader.ReadInt64());
}

/// <summary>Codec of <c>nuint</c>: a MessagePack integer, as short as it can be.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public struct UIntPtrCodec : IValueCodec<nuint>
{
    /// <inheritdoc/>
    public static void Write(ref MessagePackWriter writer, nuint value, ValueWriteContext context) => writer.Write((ulong)value);

    /// <inheritdoc/>
    public static nuint Read(ref MessagePackReader reader, ValueReadContext context) => checked((nuint)reader.ReadUInt64());
}
