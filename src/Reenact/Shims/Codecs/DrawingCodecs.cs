using System.ComponentModel;
using System.Drawing;
using MessagePack;

namespace Reenact.Shims;

/// <summary>Codec of <see cref="Point"/>: an array of x and y.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public struct PointCodec : IValueCodec<Point>
{
    /// <inheritdoc/>
    public static void Write(ref MessagePackWriter writer, Point value, ValueWriteContext context) =>
        ValueTuple2Codec<int, int, Int32Codec, Int32Codec>.Write(ref writer, (value.X, value.Y), context);

    /// <inheritdoc/>
    public static Point Read(ref MessagePackReader reader, ValueReadContext context)
    {
        var (x, y) = ValueTuple2Codec<int, int, Int32Codec, Int32Codec>.Read(ref reader, context);
        return new Point(x, y);
    }
}

/// <summary>Codec of <see cref="PointF"/>: an array of x and y.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public struct PointFCodec : IValueCodec<PointF>
{
    /// <inheritdoc/>
    public static void Write(ref MessagePackWriter writer, PointF value, ValueWriteContext context) =>
        SingleElements.Write(ref writer, [value.X, value.Y], context);

    /// <inheritdoc/>
    public static PointF Read(ref MessagePackReader reader, ValueReadContext context)
    {
        Span<float> values = stackalloc float[2];
        SingleElements.Read(ref reader, values, context);
        return new PointF(values[0], values[1]);
    }
}

/// <summary>Codec of <see cref="Size"/>: an array of width and height.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public struct SizeCodec : IValueCodec<Size>
{
    /// <inheritdoc/>
    public static void Write(ref MessagePackWriter writer, Size value, ValueWriteContext context) =>
        ValueTuple2Codec<int, int, Int32Codec, Int32Codec>.Write(ref writer, (value.Width, value.Height), context);

    /// <inheritdoc/>
    public static Size Read(ref MessagePackReader reader, ValueReadContext context)
    {
        var (width, height) = ValueTuple2Codec<int, int, Int32Codec, Int32Codec>.Read(ref reader, context);
        return new Size(width, height);
    }
}

/// <summary>Codec of <see cref="SizeF"/>: an array of width and height.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public struct SizeFCodec : IValueCodec<SizeF>
{
    /// <inheritdoc/>
    public static void Write(ref MessagePackWriter writer, SizeF value, ValueWriteContext context) =>
        SingleElements.Write(ref writer, [value.Width, value.Height], context);

    /// <inheritdoc/>
    public static SizeF Read(ref MessagePackReader reader, ValueReadContext context)
    {
        Span<float> values = stackalloc float[2];
        SingleElements.Read(ref reader, values, context);
        return new SizeF(values[0], values[1]);
    }
}

/// <summary>Codec of <see cref="Rectangle"/>: an array of x, y, width and height.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public struct RectangleCodec : IValueCodec<Rectangle>
{
    /// <inheritdoc/>
    public static void Write(ref MessagePackWriter writer, Rectangle value, ValueWriteContext context) =>
        ValueTuple4Codec<int, int, int, int, Int32Codec, Int32Codec, Int32Codec, Int32Codec>.Write(
            ref writer, (value.X, value.Y, value.Width, value.Height), context);

    /// <inheritdoc/>
    public static Rectangle Read(ref MessagePackReader reader, ValueReadContext context)
    {
        var (x, y, width, height) = ValueTuple4Codec<int, int, int, int, Int32Codec, Int32Codec, Int32Codec, Int32Codec>.Read(ref reader, context);
        return new Rectangle(x, y, width, height);
    }
}

/// <summary>Codec of <see cref="RectangleF"/>: an array of x, y, width and height.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public struct RectangleFCodec : IValueCodec<RectangleF>
{
    /// <inheritdoc/>
    public static void Write(ref MessagePackWriter writer, RectangleF value, ValueWriteContext context) =>
        SingleElements.Write(ref writer, [value.X, value.Y, value.Width, value.Height], context);

    /// <inheritdoc/>
    public static RectangleF Read(ref MessagePackReader reader, ValueReadContext context)
    {
        Span<float> values = stackalloc float[4];
        SingleElements.Read(ref reader, values, context);
        return new RectangleF(values[0], values[1], values[2], values[3]);
    }
}
