using System.Globalization;

namespace Reenact.Lineage;

/// <summary>
/// Finds what may identify something in a text: words, ids, dates and numbers. Letters count as the same in either case; a number has
/// one form (<c>1,625.50</c> and <c>1625.5</c> are the same).
/// </summary>
internal static class Tokens
{
    public const int ShortestWord = 3;
    private const int LongestToken = 64;
    private const int IdentifierDigits = 5;
    private const int NumberDigits = 3;

    /// <summary>Calls back for each token of a text.</summary>
    public static void Find(string text, Action<string, TokenKind> found)
    {
        for (var start = 0; start < text.Length;)
        {
            if (!IsPart(text[start]))
            {
                start++;
                continue;
            }

            var end = start + 1;
            while (end < text.Length && (IsPart(text[end]) || Joins(text, end)))
            {
                end++;
            }

            if (end - start <= LongestToken && Classify(text.AsSpan(start, end - start)) is var (token, kind))
            {
                found(token, kind);
            }

            start = end;
        }
    }

    /// <summary>What kind of token a part of a text is, and its one form; null when it is too short to mean anything.</summary>
    public static (string Token, TokenKind Kind)? Classify(ReadOnlySpan<char> part)
    {
        var (digits, letters) = (0, 0);
        foreach (var character in part)
        {
            digits += char.IsAsciiDigit(character) ? 1 : 0;
            letters += char.IsAsciiDigit(character) || character is '.' or ',' or '-' ? 0 : 1;
        }

        if (letters > 0)
        {
            var name = part.ToString().ToLowerInvariant();
            return digits > 0 && name.Length > ShortestWord ? (name, TokenKind.Identifier) : digits == 0 && name.Length >= ShortestWord ? (name, TokenKind.Word) : null;
        }

        if (part.Contains('-'))
        {
            return digits >= IdentifierDigits ? (part.ToString(), TokenKind.Identifier) : null;
        }

        var number = NumberOf(part.ToString());
        return digits < NumberDigits || number is null ? null : (number, digits >= IdentifierDigits && !part.Contains('.') ? TokenKind.Identifier : TokenKind.Number);
    }

    /// <summary>The one form of a number; null when it is none.</summary>
    public static string? NumberOf(string text) =>
        decimal.TryParse(text, NumberStyles.AllowDecimalPoint | NumberStyles.AllowThousands | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            ? Math.Abs(number).ToString("0.##########", CultureInfo.InvariantCulture)
            : null;

    private static bool IsPart(char character) => char.IsAsciiLetterOrDigit(character) || character == '_' || (character > 0x7F && char.IsLetter(character));

    /// <summary>Whether a point, comma or dash stands between two digits, and so is part of a number or a date.</summary>
    private static bool Joins(string text, int index) =>
        text[index] is '.' or ',' or '-' && index + 1 < text.Length && char.IsAsciiDigit(text[index - 1]) && char.IsAsciiDigit(text[index + 1]);
}
