using System.ComponentModel;
using System.Globalization;
using System.Numerics;
using MessagePack;
using Reenact.Values;

namespace Reenact.Shims;

/// <summary>
/// Codec of <see cref="BigInteger"/>: text up to 832 bits, which people still read and which is parsed at once; beyond,
/// the bytes of its two's complement, the most significant first and no more of them than it takes.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public struct BigIntegerCodec : IValueCodec<BigInteger>
{
    private const int MaxTextBits = 832;

    // 832 bits are 251 digits, and there is the sign.
    private const int MaxTextLength = 252;

    /// <inheritdoc/>
    public static void Write(ref MessagePackWriter writer, BigInteger value, ValueWriteContext context)
    {
        if (value.GetBitLength() > MaxTextBits)
        {
            context.WriteBytes(ref writer, value.ToByteArray(isBigEndian: true));
            return;
        }

        Span<char> text = stackalloc char[MaxTextLength];
        ValueText.Write(ref writer, Format(value, text), context);
    }

    /// <inheritdoc/>
    public static BigInteger Read(ref MessagePackReader reader, ValueReadContext context) =>
        reader.NextMessagePackType == MessagePackType.String ? ReadText(ref reader, context) : ReadBytes(ref reader, context);

    private static BigInteger ReadText(ref MessagePackReader reader, ValueReadContext context)
    {
        var text = context.ReadText(ref reader)!;
        Span<char> again = stackalloc char[MaxTextLength];
        return text.Length <= MaxTextLength
            && BigInteger.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value)
            && value.GetBitLength() <= MaxTextBits
            && Format(value, again).SequenceEqual(text)
            ? value
            : throw new ValueFormatException($"Recorded text is not that of a BigInteger: {TextEscape.Quote(text, MaxTextLength)}.");
    }

    private static BigInteger ReadBytes(ref MessagePackReader reader, ValueReadContext context)
    {
        if (context.ReadBytes(ref reader) is not { } bytes)
            throw new ValueFormatException("A recorded value is nil; expected a BigInteger.");

        var value = new BigInteger(bytes, isBigEndian: true);
        return value.GetBitLength() > MaxTextBits && value.GetByteCount() == bytes.Length
            ? value
            : throw new ValueFormatException($"{bytes.Length} recorded bytes are not those of a BigInteger: it would have been written shorter, or as text.");
    }

    private static ReadOnlySpan<char> Format(BigInteger value, Span<char> text)
    {
        value.TryFormat(text, out var length, default, CultureInfo.InvariantCulture);
        return text[..length];
    }
}
