namespace Reenact.Shims;

/// <summary>
/// ISO 8601 texts of .NET's round-trip format, which always have seven digits of fraction: here a fraction of zero is
/// left out, which most times in recordings have.
/// </summary>
internal static class TimeText
{
    private static ReadOnlySpan<byte> ZeroFraction => ".0000000"u8;

    /// <summary>Takes a fraction of zero out.</summary>
    /// <param name="text">The text, and room behind it.</param>
    /// <param name="length">Its length.</param>
    /// <param name="seconds">Where its seconds end.</param>
    /// <returns>Its new length.</returns>
    public static int Shorten(Span<byte> text, int length, int seconds)
    {
        var end = seconds + ZeroFraction.Length;
        if (!text[seconds..end].SequenceEqual(ZeroFraction))
            return length;

        text[end..length].CopyTo(text[seconds..]);
        return length - ZeroFraction.Length;
    }

    /// <summary>Puts a fraction of zero in, unless there is one.</summary>
    /// <param name="text">A text.</param>
    /// <param name="seconds">Where its seconds end.</param>
    /// <param name="target">Room for the round-trip format; longer than it.</param>
    /// <param name="length">The length of what stands in <paramref name="target"/>.</param>
    /// <returns>False when the text is too short or too long to be a time.</returns>
    public static bool TryLengthen(ReadOnlySpan<byte> text, int seconds, Span<byte> target, out int length)
    {
        length = 0;
        if (text.Length < seconds || text.Length + ZeroFraction.Length > target.Length)
            return false;

        text[..seconds].CopyTo(target);
        length = seconds;
        if (text.Length == seconds || text[seconds] != '.')
        {
            ZeroFraction.CopyTo(target[length..]);
            length += ZeroFraction.Length;
        }

        text[seconds..].CopyTo(target[length..]);
        length += text.Length - seconds;
        return true;
    }
}
