using System.ComponentModel;
using MessagePack;

namespace Reenact.Shims;

/// <summary>Codec of <see cref="float"/>: its bits.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public struct SingleCodec : IValueCodec<float>
{
    /// <inheritdoc/>
    public static void Write(ref MessagePackWriter writer, float value, ValueWriteContext context) => writer.Write(value);

    /// <inheritdoc/>
    public static float Read(ref MessagePackReader reader, ValueReadContext context) => reader.ReadSingle();
}

/// <summary>Codec of <see cref="double"/>: its bits.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public struct DoubleCodec : IValueCodec<double>
{
    /// <inheritdoc/>
    public static void Write(ref MessagePackWriter writer, double value, ValueWriteContext context) => writer.Write(value);

    /// <inheritdoc/>
    public static double Read(ref MessagePackReader reader, ValueReadContext context) => reader.ReadDouble();
}
