namespace Reenact.Shims;

/// <summary>A date and a clock time as <c>2026-03-01T09:30:00</c>, with seven digits of fraction unless they are zero.</summary>
internal static class ClockText
{
    private const int SecondsEnd = 19;
    private const int FractionEnd = 27;

    /// <summary>Above any number that two digits can be.</summary>
    private const int NoPair = 1_000_000;

    /// <summary>Writes the text.</summary>
    /// <param name="target">Where to; 27 bytes at least.</param>
    /// <param name="clock">What to write; its kind doesn't show.</param>
    /// <returns>The length of the text.</returns>
    public static int Write(Span<byte> target, DateTime clock)
    {
        target = target[..FractionEnd];
        DateOnly.FromDateTime(clock).Deconstruct(out var year, out var month, out var day);
        var ticks = clock.TimeOfDay.Ticks;
        var seconds = (int)(ticks / TimeSpan.TicksPerSecond);
        WritePair(target, 0, year / 100);
        WritePair(target, 2, year % 100);
        target[4] = (byte)'-';
        WritePair(target, 5, month);
        target[7] = (byte)'-';
        WritePair(target, 8, day);
        target[10] = (byte)'T';
        WritePair(target, 11, seconds / 3600);
        target[13] = (byte)':';
        WritePair(target, 14, seconds / 60 % 60);
        target[16] = (byte)':';
        WritePair(target, 17, seconds % 60);
        var fraction = (int)(ticks % TimeSpan.TicksPerSecond);
        if (fraction == 0)
            return SecondsEnd;

        target[SecondsEnd] = (byte)'.';
        for (var at = FractionEnd - 1; at > SecondsEnd; at--, fraction /= 10)
            target[at] = (byte)('0' + (fraction % 10));

        return FractionEnd;
    }

    /// <summary>Reads the text. A fraction of zero is accepted as well.</summary>
    public static bool TryRead(ReadOnlySpan<byte> text, out DateTime clock)
    {
        clock = default;
        if (text.Length is not (SecondsEnd or FractionEnd)
            || text[4] != '-' || text[7] != '-' || text[10] != 'T' || text[13] != ':' || text[16] != ':')
        {
            return false;
        }

        var year = (ReadPair(text, 0) * 100) + ReadPair(text, 2);
        var month = ReadPair(text, 5);
        var day = ReadPair(text, 8);
        var hour = ReadPair(text, 11);
        var minute = ReadPair(text, 14);
        var second = ReadPair(text, 17);
        if (year is < 1 or > 9999 || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month) || hour > 23 || minute > 59 || second > 59)
            return false;

        var fraction = 0;
        if (text.Length == FractionEnd && !TryReadFraction(text, out fraction))
            return false;

        clock = new DateTime(year, month, day, hour, minute, second).AddTicks(fraction);
        return true;
    }

    private static bool TryReadFraction(ReadOnlySpan<byte> text, out int fraction)
    {
        fraction = 0;
        foreach (var digit in text[(SecondsEnd + 1)..])
        {
            if (!char.IsAsciiDigit((char)digit))
                return false;

            fraction = (fraction * 10) + digit - '0';
        }

        return text[SecondsEnd] == '.';
    }

    private static void WritePair(Span<byte> target, int at, int value)
    {
        var tens = value / 10;
        target[at] = (byte)('0' + tens);
        target[at + 1] = (byte)('0' + value - (tens * 10));
    }

    private static int ReadPair(ReadOnlySpan<byte> text, int at)
    {
        var tens = (uint)(text[at] - '0');
        var ones = (uint)(text[at + 1] - '0');
        return tens <= 9 && ones <= 9 ? (int)((tens * 10) + ones) : NoPair;
    }
}
