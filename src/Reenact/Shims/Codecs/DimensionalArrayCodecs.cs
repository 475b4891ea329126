using System.ComponentModel;
using MessagePack;

namespace Reenact.Shims;

/// <summary>Codec of arrays of two dimensions: an array of arrays, see <see cref="ArrayRows{T, TCodec}"/>.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public struct Array2Codec<T, TCodec> : IValueCodec<T[,]>
    where TCodec : IValueCodec<T>
{
    /// <inheritdoc/>
    public static void Write(ref MessagePackWriter writer, T[,]? value, ValueWriteContext context) => ArrayRows<T, TCodec>.Write(ref writer, value, context);

    /// <inheritdoc/>
    public static T[,] Read(ref MessagePackReader reader, ValueReadContext context)
    {
        Span<int> lengths = stackalloc int[2];
        if (ArrayRows<T, TCodec>.Read(ref reader, lengths, context) is not { } values)
            return null!;

        var array = new T[lengths[0], lengths[1]];
        ArrayRows<T, TCodec>.Fill(array, values);
        return array;
    }
}

/// <summary>Codec of arrays of three dimensions: arrays in an array of arrays, see <see cref="ArrayRows{T, TCodec}"/>.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public struct Array3Codec<T, TCodec> : IValueCodec<T[,,]>
    where TCodec : IValueCodec<T>
{
    /// <inheritdoc/>
    public static void Write(ref MessagePackWriter writer, T[,,]? value, ValueWriteContext context) => ArrayRows<T, TCodec>.Write(ref writer, value, context);

    /// <inheritdoc/>
    public static T[,,] Read(ref MessagePackReader reader, ValueReadContext context)
    {
        Span<int> lengths = stackalloc int[3];
        if (ArrayRows<T, TCodec>.Read(ref reader, lengths, context) is not { } values)
            return null!;

        var array = new T[lengths[0], lengths[1], lengths[2]];
        ArrayRows<T, TCodec>.Fill(array, values);
        return array;
    }
}

/// <summary>Codec of arrays of four dimensions: arrays in arrays, see <see cref="ArrayRows{T, TCodec}"/>.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public struct Array4Codec<T, TCodec> : IValueCodec<T[,,,]>
    where TCodec : IValueCodec<T>
{
    /// <inheritdoc/>
    public static void Write(ref MessagePackWriter writer, T[,,,]? value, ValueWriteContext context) => ArrayRows<T, TCodec>.Write(ref writer, value, context);

    /// <inheritdoc/>
    public static T[,,,] Read(ref MessagePackReader reader, ValueReadContext context)
    {
        Span<int> lengths = stackalloc int[4];
        if (ArrayRows<T, TCodec>.Read(ref reader, lengths, context) is not { } values)
            return null!;

        var array = new T[lengths[0], lengths[1], lengths[2], lengths[3]];
        ArrayRows<T, TCodec>.Fill(array, values);
        return array;
    }
}
