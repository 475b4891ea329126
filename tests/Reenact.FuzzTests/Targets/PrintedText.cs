using System.Globalization;

namespace Reenact.FuzzTests;

/// <summary>Finds what in printed text is a command, and not text.</summary>
internal static class PrintedText
{
    /// <summary>What a terminal would take for a command, or show in another order than it stands in.</summary>
    /// <returns>Null when there is nothing.</returns>
    public static string? FindCommand(string text)
    {
        for (var at = 0; at < text.Length; at++)
        {
            var character = text[at];
            if (character is '\n' or '\t' || (char.GetUnicodeCategory(character) is not (UnicodeCategory.Control or UnicodeCategory.Format) && character is not ('\u2028' or '\u2029')))
                continue;
            var around = text[Math.Max(0, at - 30)..Math.Min(text.Length, at + 30)].ReplaceLineEndings(" ");
            return $"U+{(int)character:X4} after \"{around}\"";
        }

        return null;
    }
}
