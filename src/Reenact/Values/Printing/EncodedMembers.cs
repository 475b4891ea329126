using MessagePack;

namespace Reenact.Values;

/// <summary>Takes values apart without a codec. What is damaged or of another shape is not found; nothing throws.</summary>
internal static class EncodedMembers
{
    private const int MaxTextLength = 64;

    /// <summary>The member of that name of an object; null when there is none, or the value is no object.</summary>
    public static EncodedValue? Find(EncodedValue value, string name)
    {
        try
        {
            var reader = new MessagePackReader(value.Bytes);
            if (reader.NextMessagePackType != MessagePackType.Map)
                return null;

            for (var left = reader.ReadMapHeader(); left > 0; left--)
            {
                var isFound = IsName(ref reader, name);
                var start = (int)reader.Consumed;
                reader.Skip();
                if (isFound)
                    return value with { Bytes = value.Bytes[start..(int)reader.Consumed] };
            }
        }
        catch (Exception exception) when (IsDamage(exception))
        {
            return null;
        }

        return null;
    }

    /// <summary>The elements of an array; null when the value is none.</summary>
    public static List<EncodedValue>? Elements(EncodedValue value)
    {
        try
        {
            var reader = new MessagePackReader(value.Bytes);
            if (reader.NextMessagePackType != MessagePackType.Array)
                return null;

            var elements = new List<EncodedValue>();
            for (var left = reader.ReadArrayHeader(); left > 0; left--)
            {
                var start = (int)reader.Consumed;
                reader.Skip();
                elements.Add(value with { Bytes = value.Bytes[start..(int)reader.Consumed] });
            }

            return elements;
        }
        catch (Exception exception) when (IsDamage(exception))
        {
            return null;
        }
    }

    /// <summary>The text of a member, such as a name, fit to be shown; null when there is none.</summary>
    public static string? Text(EncodedValue value, string name) =>
        Find(value, name) is { } member && TextStart.Of(member, MaxTextLength, out var isCut) is { } text
            ? TextEscape.Message(text) + (isCut ? "…" : "")
            : null;

    /// <summary>Reads a key.</summary>
    private static bool IsName(ref MessagePackReader reader, string name)
    {
        if (reader.NextMessagePackType == MessagePackType.String)
            return reader.ReadString() == name;

        reader.Skip();
        return false;
    }

    private static bool IsDamage(Exception exception) =>
        exception is MessagePackSerializationException or EndOfStreamException or OverflowException;
}
