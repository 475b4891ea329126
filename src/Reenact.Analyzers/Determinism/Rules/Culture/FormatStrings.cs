namespace Reenact.Analyzers.Determinism.Rules.Culture;

/// <summary>What the culture decides of a value that is formatted with a format string.</summary>
internal static class FormatStrings
{
    /// <param name="kind">What is formatted.</param>
    /// <param name="format">The format; null or empty for the type's own.</param>
    public static Sensitivity Of(ValueKind kind, string? format)
    {
        format ??= "";
        return kind switch
        {
            ValueKind.Other => Sensitivity.None,
            ValueKind.Real => Sensitivity.Full,
            ValueKind.Unsigned => OfInteger(format, Sensitivity.None),
            ValueKind.Signed => OfInteger(format, Sensitivity.Slight),
            // Only these two write the culture's decimal separator; custom formats have no part that a culture decides.
            ValueKind.TimeSpan => format is "g" or "G" ? Sensitivity.Full : Sensitivity.None,
            _ => IsInvariantDate(kind, format) ? Sensitivity.None : Sensitivity.Full,
        };
    }

    private static Sensitivity OfInteger(string format, Sensitivity plain)
    {
        if (format.Length == 0)
            return plain;
        if (format[0] is 'X' or 'x' or 'B' or 'b' && IsDigits(format))
            return Sensitivity.None;
        if ((format[0] is 'D' or 'd' && IsDigits(format)) || format is "G" or "g" or "G0" or "g0" or "R" or "r" or "F0" or "f0")
            return plain;
        return format.All(static each => each is '0' or '#') ? plain : Sensitivity.Full;
    }

    private static bool IsDigits(string format) => format.Skip(1).All(static each => each is >= '0' and <= '9');

    private static bool IsInvariantDate(ValueKind kind, string format)
    {
        if (format.Length == 0)
            return false;
        if (format.Length == 1)
            return format[0] is 'O' or 'o' or 'R' or 'r' || (format[0] is 's' or 'u' && kind is ValueKind.DateTime or ValueKind.DateTimeOffset);
        return IsTimeOfDay(kind, format);
    }

    /// <summary>
    /// Hours to fractions of seconds are digits under every culture. Years, months and days follow its calendar; separators, names of days
    /// and halves of days are its own.
    /// </summary>
    private static bool IsTimeOfDay(ValueKind kind, string format)
    {
        foreach (var specifier in Specifiers(format))
        {
            // The offset of a DateTime is that of the machine's time zone.
            if (specifier is 'd' or 'M' or 'y' or 'g' or 't' or ':' or '/' || (specifier is 'z' && kind == ValueKind.DateTime))
                return false;
        }

        return true;
    }

    /// <summary>The characters of a custom format that are not literal.</summary>
    public static IEnumerable<char> Specifiers(string format)
    {
        for (var i = 0; i < format.Length; i++)
        {
            switch (format[i])
            {
                case '\\':
                    i++;
                    break;
                case '\'' or '"' when format.IndexOf(format[i], i + 1) is var end and > 0:
                    i = end;
                    break;
                default:
                    yield return format[i];
                    break;
            }
        }
    }
}
