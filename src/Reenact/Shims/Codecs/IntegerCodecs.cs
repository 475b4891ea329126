using System.ComponentModel;
using MessagePack;

namespace Reenact.Shims;

/// <summary>Codec of <see cref="byte"/>: a MessagePack integer, as short as it can be.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public struct ByteCodec : IValueCodec<byte>
{
    /// <inheritdoc/>
    public static void Write(ref MessagePackWriter writer, byte value, ValueWriteContext context) => writer.Write(value);

    /// <inheritdoc/>
    public static byte Read(ref MessagePackReader reader, ValueReadContext context) => reader.ReadByte();
}

/// <summary>Codec of <see cref="sbyte"/>: a MessagePack integer, as short as it can be.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public struct SByteCodec : IValueCodec<sbyte>
{
    /// <inheritdoc/>
    public static void Write(ref MessagePackWriter writer, sbyte value, ValueWriteContext context) => writer.Write(value);

    /// <inheritdoc/>
    public static sbyte Read(ref MessagePackReader reader, ValueReadContext context) => reader.ReadSByte();
}

/// <summary>Codec of <see cref="short"/>: a MessagePack integer, as short as it can be.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public struct Int16Codec : IValueCodec<short>
{
    /// <inheritdoc/>
    public static void Write(ref MessagePackWriter writer, short value, ValueWriteContext context) => writer.Write(value);

    /// <inheritdoc/>
    public static short Read(ref MessagePackReader reader, ValueReadContext context) => reader.ReadInt16();
}

/// <summary>Codec of <see cref="ushort"/>: a MessagePack integer, as short as it can be.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public struct UInt16Codec : IValueCodec<ushort>
{
    /// <inheritdoc/>
    public static void Write(ref MessagePackWriter writer, ushort value, ValueWriteContext context) => writer.Write(value);

    /// <inheritdoc/>
    public static ushort Read(ref MessagePackReader reader, ValueReadContext context) => reader.ReadUInt16();
}

/// <summary>Codec of <see cref="int"/>: a MessagePack integer, as short as it can be.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public struct Int32Codec : IValueCodec<int>
{
    /// <inheritdoc/>
    public static void Write(ref MessagePackWriter writer, int value, ValueWriteContext context) => writer.Write(value);

    /// <inheritdoc/>
    public static int Read(ref MessagePackReader reader, ValueReadContext context) => reader.ReadInt32();
}

/// <summary>Codec of <see cref="uint"/>: a MessagePack integer, as short as it can be.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public struct UInt32Codec : IValueCodec<uint>
{
    /// <inheritdoc/>
    public static void Write(ref MessagePackWriter writer, uint value, ValueWriteContext context) => writer.Write(value);

    /// <inheritdoc/>
    public static uint Read(ref MessagePackReader reader, ValueReadContext context) => reader.ReadUInt32();
}

/// <summary>Codec of <see cref="long"/>: a MessagePack integer, as short as it can be.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public struct Int64Codec : IValueCodec<long>
{
    /// <inheritdoc/>
    public static void Write(ref MessagePackWriter writer, long value, ValueWriteContext context) => writer.Write(value);

    /// <inheritdoc/>
    public static long Read(ref MessagePackReader reader, ValueReadContext context) => reader.ReadInt64();
}

/// <summary>Codec of <see cref="ulong"/>: a MessagePack integer, as short as it can be.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public struct UInt64Codec : IValueCodec<ulong>
{
    /// <inheritdoc/>
    public static void Write(ref MessagePackWriter writer, ulong value, ValueWriteContext context) => writer.Write(value);

    /// <inheritdoc/>
    public static ulong Read(ref MessagePackReader reader, ValueReadContext context) => reader.ReadUInt64();
}
