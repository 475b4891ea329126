using System.Text;
using MessagePack;

namespace Reenact.Values;

/// <summary>Reads as much of a text as is shown: what a recording calls a text may be hundreds of megabytes.</summary>
internal static class TextStart
{
    /// <summary>Reads the start of a value that is text.</summary>
    /// <param name="value">Any value.</param>
    /// <param name="maxLength">How many characters are wanted.</param>
    /// <param name="isCut">Whether there is more.</param>
    /// <returns>The text; null when the value is none, or is damaged.</returns>
    public static string? Of(EncodedValue value, int maxLength, out bool isCut)
    {
        isCut = false;
        var reader = new MessagePackReader(value.Bytes);
        try
        {
            if (ValueKinds.Of(ref reader) != ValueKind.Text)
                return null;

            var text = Read(ref reader, new ValueReadContext(value.Blobs), maxLength);
            isCut = text.Length > maxLength;
            return isCut ? text[..(maxLength - (char.IsHighSurrogate(text[maxLength - 1]) ? 1 : 0))] : text;
        }
        catch (Exception exception) when (exception is ValueFormatException or MessagePackSerializationException or EndOfStreamException or OverflowException)
        {
            return null;
        }
    }

    private static string Read(ref MessagePackReader reader, ValueReadContext context, int maxLength)
    {
        if (reader.NextMessagePackType != MessagePackType.Extension || reader.CreatePeekReader().ReadExtensionFormatHeader().TypeCode != ValueExtensionType.TextInBlob)
            return context.ReadText(ref reader)!;

        // A character takes at most four bytes. Its last one may be cut, and is replaced: it is behind what is wanted.
        var utf8 = BlobReference.LoadAtLeast(reader.ReadExtensionFormat().Data, (maxLength + 1L) * 4, context);
        return Encoding.UTF8.GetString(utf8.Span);
    }
}
