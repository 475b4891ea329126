using MessagePack;
using Reenact.Values;

namespace Reenact.Events;

/// <summary>Text of events that is no recorded value: messages, names, notes.</summary>
internal static class EventText
{
    /// <summary>Reads text wherever it is stored. Text that redaction took away reads as what was done to it.</summary>
    /// <exception cref="ValueFormatException">It is no text, or its blob is missing.</exception>
    public static string? Read(ReadOnlyMemory<byte> value, IBlobSource blobs) => Read(value, new ValueReadContext(blobs));

    /// <summary>Reads text as part of what is read with the context.</summary>
    /// <exception cref="ValueFormatException">It is no text, its blob is missing, or it is too much.</exception>
    public static string? Read(ReadOnlyMemory<byte> value, ValueReadContext context)
    {
        var cursor = new MessagePackCursor(value.Span);
        if (cursor.TryReadText(out var utf8))
            return ValueText.Decode(utf8);
        if (cursor.TryReadExtension(out var type, out _))
        {
            switch (type)
            {
                case ValueExtensionType.Erased:
                    return "[erased]";
                case ValueExtensionType.KeyedHash:
                    return "[hashed]";
                case ValueExtensionType.Encrypted:
                    return "[encrypted]";
            }
        }

        var reader = new MessagePackReader(value);
        try
        {
            return context.ReadText(ref reader);
        }
        catch (Exception exception) when (exception is MessagePackSerializationException or EndOfStreamException)
        {
            throw new ValueFormatException("Recorded text is not whole MessagePack.", exception);
        }
    }
}
