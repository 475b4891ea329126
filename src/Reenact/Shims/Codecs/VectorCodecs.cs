using System.ComponentModel;
using System.Numerics;
using MessagePack;

namespace Reenact.Shims;

/// <summary>Codec of <see cref="Complex"/>: an array of the real and the imaginary part.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public struct ComplexCodec : IValueCodec<Complex>
{
    /// <inheritdoc/>
    public static void Write(ref MessagePackWriter writer, Complex value, ValueWriteContext context)
    {
        TupleElements.Begin(ref writer, 2, context);
        writer.Write(value.Real);
        writer.Write(value.Imaginary);
        context.Leave();
    }

    /// <inheritdoc/>
    public static Complex Read(ref MessagePackReader reader, ValueReadContext context)
    {
        TupleElements.Begin(ref reader, 2, context);
        var value = new Complex(DoubleCodec.Read(ref reader, context), DoubleCodec.Read(ref reader, context));
        context.Leave();
        return value;
    }
}

/// <summary>Codec of <see cref="Vector2"/>: an array of its elements.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public struct Vector2Codec : IValueCodec<Vector2>
{
    /// <inheritdoc/>
    public static void Write(ref MessagePackWriter writer, Vector2 value, ValueWriteContext context) =>
        SingleElements.Write(ref writer, [value.X, value.Y], context);

    /// <inheritdoc/>
    public static Vector2 Read(ref MessagePackReader reader, ValueReadContext context)
    {
        Span<float> values = stackalloc float[2];
        SingleElements.Read(ref reader, values, context);
        return new Vector2(values);
    }
}

/// <summary>Codec of <see cref="Vector3"/>: an array of its elements.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public struct Vector3Codec : IValueCodec<Vector3>
{
    /// <inheritdoc/>
    public static void Write(ref MessagePackWriter writer, Vector3 value, ValueWriteContext context) =>
        SingleElements.Write(ref writer, [value.X, value.Y, value.Z], context);

    /// <inheritdoc/>
    public static Vector3 Read(ref MessagePackReader reader, ValueReadContext context)
    {
        Span<float> values = stackalloc float[3];
        SingleElements.Read(ref reader, values, context);
        return new Vector3(values);
    }
}

/// <summary>Codec of <see cref="Vector4"/>: an array of its elements.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public struct Vector4Codec : IValueCodec<Vector4>
{
    /// <inheritdoc/>
    public static void Write(ref MessagePackWriter writer, Vector4 value, ValueWriteContext context) =>
        SingleElements.Write(ref writer, [value.X, value.Y, value.Z, value.W], context);

    /// <inheritdoc/>
    public static Vector4 Read(ref MessagePackReader reader, ValueReadContext context)
    {
        Span<float> values = stackalloc float[4];
        SingleElements.Read(ref reader, values, context);
        return new Vector4(values);
    }
}
