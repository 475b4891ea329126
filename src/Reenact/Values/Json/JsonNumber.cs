using System.Buffers;
using System.Buffers.Text;
using System.Globalization;
using MessagePack;

namespace Reenact.Values;

/// <summary>
/// JSON numbers in recordings, to the digit: an integer where the text is one of 64 bits, a double where its shortest
/// text is that very text, else (<c>1.0</c>, <c>1e400</c>, <c>-0</c> is a double) the text as an extension.
/// </summary>
internal static class JsonNumber
{
    // The shortest texts of a double are shorter.
    private const int MaxDoubleLength = 32;

    /// <summary>Writes a number.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="text">The text of a JSON number.</param>
    public static void Write(ref MessagePackWriter writer, ReadOnlySpan<byte> text)
    {
        if (Utf8Parser.TryParse(text, out long signed, out var consumed) && consumed == text.Length && !text.SequenceEqual("-0"u8))
            writer.Write(signed);
        else if (Utf8Parser.TryParse(text, out ulong unsigned, out consumed) && consumed == text.Length)
            writer.Write(unsigned);
        else if (IsShortestDouble(text, out var real))
            writer.Write(real);
        else
            WriteText(ref writer, text);
    }

    /// <summary>Formats a number that was written as a double.</summary>
    /// <exception cref="ValueFormatException">It is not finite, which JSON can't say.</exception>
    public static int Format(double value, Span<byte> target)
    {
        if (!double.IsFinite(value))
            throw new ValueFormatException("A recorded number is not finite, so it has no JSON.");

        value.TryFormat(target, out var length, default, CultureInfo.InvariantCulture);
        return length;
    }

    /// <summary>Whether text is a JSON number (RFC 8259, section 6).</summary>
    public static bool IsNumber(ReadOnlySpan<byte> text)
    {
        var rest = text is [(byte)'-', ..] ? text[1..] : text;
        var whole = Digits(rest);
        if (whole == 0 || (whole > 1 && rest[0] == '0'))
            return false;

        rest = rest[whole..];
        if (rest is [(byte)'.', ..])
        {
            var fraction = Digits(rest[1..]);
            if (fraction == 0)
                return false;

            rest = rest[(fraction + 1)..];
        }

        if (rest is not [(byte)'e' or (byte)'E', ..])
            return rest.IsEmpty;

        rest = rest[(rest is [_, (byte)'+' or (byte)'-', ..] ? 2 : 1)..];
        return !rest.IsEmpty && Digits(rest) == rest.Length;
    }

    private static int Digits(ReadOnlySpan<byte> text)
    {
        var end = text.IndexOfAnyExceptInRange((byte)'0', (byte)'9');
        return end < 0 ? text.Length : end;
    }

    private static bool IsShortestDouble(ReadOnlySpan<byte> text, out double value)
    {
        value = 0;
        if (text.Length > MaxDoubleLength || !Utf8Parser.TryParse(text, out value, out var consumed) || consumed != text.Length || !double.IsFinite(value))
            return false;

        Span<byte> shortest = stackalloc byte[MaxDoubleLength];
        return text.SequenceEqual(shortest[..Format(value, shortest)]);
    }

    private static void WriteText(ref MessagePackWriter writer, ReadOnlySpan<byte> text)
    {
        writer.WriteExtensionFormatHeader(new ExtensionHeader(ValueExtensionType.JsonNumber, text.Length));
        writer.WriteRaw(text);
    }
}
