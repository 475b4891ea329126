using MessagePack;

namespace Reenact.Values;

/// <summary>
/// Reads whole values with their codecs. Whatever is wrong with the bytes comes out as <see cref="ValueFormatException"/>:
/// what the MessagePack reader throws, and what a constructor throws that a forged or outdated value is handed to.
/// </summary>
internal static class ValueReading
{
    /// <summary>Reads bytes that are exactly one value.</summary>
    public static T Read<T, TCodec>(ReadOnlyMemory<byte> value, ValueReadContext context)
        where TCodec : IValueCodec<T>
    {
        var reader = new MessagePackReader(value);
        T result;
        context.Reset();
        try
        {
            result = TCodec.Read(ref reader, context);
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            throw UnreadableValue.Error(value, (int)reader.Consumed, exception, typeof(T), context);
        }

        if (!reader.End)
            throw new ValueFormatException($"A recorded value of type {typeof(T)} is followed by {value.Length - reader.Consumed} bytes more than it has.");

        return result;
    }

    /// <summary>Reads the next value.</summary>
    public static T Read<T, TCodec>(ref MessagePackReader reader, ValueReadContext context)
        where TCodec : IValueCodec<T>
    {
        context.Reset();
        try
        {
            return TCodec.Read(ref reader, context);
        }
        catch (Exception exception) when (exception is not (ValueFormatException or OutOfMemoryException))
        {
            throw Translate(exception, $"A recorded value can't be read as {typeof(T)}");
        }
    }

    /// <summary>Says what is wrong with a value whose reading threw.</summary>
    public static ValueFormatException Translate(Exception exception, string what) => exception switch
    {
        ValueFormatException translated => translated,
        EndOfStreamException => new($"{what}: it ends too early.", exception),
        _ => new($"{what}: {TextEscape.Message(exception.Message)}", exception),
    };
}
