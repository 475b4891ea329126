namespace Reenact.Shims;

/// <summary>Decimals of up to 19 digits as text, which nearly all are: without the general formatter, and without its culture.</summary>
internal static class DecimalText
{
    private const int ScaleShift = 16;
    private const int MaxDigits = 19;

    /// <summary>Writes <c>-12.50</c>; all digits of the scale, and the sign of a zero.</summary>
    /// <returns>False when the number has too many digits.</returns>
    public static bool TryWrite(decimal value, Span<byte> target, out int length)
    {
        Span<int> bits = stackalloc int[4];
        decimal.GetBits(value, bits);
        length = 0;
        if (bits[2] != 0)
            return false;

        var digits = ((ulong)(uint)bits[1] << 32) | (uint)bits[0];
        var scale = (bits[3] >> ScaleShift) & 0xFF;
        var count = 1;
        for (var rest = digits; rest >= 10; rest /= 10)
            count++;

        count = Math.Max(count, scale + 1);
        length = count + (scale > 0 ? 1 : 0) + (bits[3] < 0 ? 1 : 0);
        var at = length;
        for (var place = 0; place < count; place++)
        {
            if (place == scale && scale > 0)
                target[--at] = (byte)'.';

            var rest = digits / 10;
            target[--at] = (byte)('0' + (digits - (rest * 10)));
            digits = rest;
        }

        if (at > 0)
            target[0] = (byte)'-';

        return true;
    }

    /// <summary>Reads what <see cref="TryWrite"/> writes, and more: whoever calls compares.</summary>
    /// <returns>False when it is something else, or has too many digits.</returns>
    public static bool TryRead(ReadOnlySpan<byte> text, out decimal value)
    {
        value = default;
        var isNegative = text is [(byte)'-', ..];
        if (isNegative)
            text = text[1..];

        var point = -1;
        var digits = 0UL;
        for (var at = 0; at < text.Length; at++)
        {
            var digit = (uint)(text[at] - '0');
            if (digit <= 9)
                digits = (digits * 10) + digit;
            else if (text[at] == '.' && point < 0)
                point = at;
            else
                return false;
        }

        var count = point < 0 ? text.Length : text.Length - 1;
        if (count is < 1 or > MaxDigits)
            return false;

        value = new decimal((int)digits, (int)(digits >> 32), 0, isNegative, point < 0 ? (byte)0 : (byte)(text.Length - point - 1));
        return true;
    }
}
