using System.ComponentModel;
using System.Globalization;
using MessagePack;

namespace Reenact.Shims;

/// <summary>Codec of <see cref="decimal"/>: text with a point, which keeps the scale (<c>1.20</c>).</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public struct DecimalCodec : IValueCodec<decimal>, ITextForm<decimal>
{
    /// <inheritdoc/>
    public static void Write(ref MessagePackWriter writer, decimal value, ValueWriteContext context) =>
        TextForm.Write<decimal, DecimalCodec>(ref writer, value);

    /// <inheritdoc/>
    public static decimal Read(ref MessagePackReader reader, ValueReadContext context) =>
        TextForm.Read<decimal, DecimalCodec>(ref reader);

    static int ITextForm<decimal>.Format(decimal value, Span<byte> utf8)
    {
        if (DecimalText.TryWrite(value, utf8, out var written))
            return written;

        // Formatting drops the sign of a zero.
        var sign = value == 0 && decimal.IsNegative(value) ? 1 : 0;
        utf8[0] = (byte)'-';
        value.TryFormat(utf8[sign..], out var length, default, CultureInfo.InvariantCulture);
        return length + sign;
    }

    static bool ITextForm<decimal>.TryParse(ReadOnlySpan<byte> utf8, out decimal value)
    {
        if (DecimalText.TryRead(utf8, out value))
            return true;

        if (!decimal.TryParse(utf8, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out value))
            return false;

        if (value == 0 && utf8[0] == '-' && !decimal.IsNegative(value))
            value = decimal.Negate(value);
        return true;
    }
}
