using System.Globalization;
using System.Text;

namespace Reenact.Values;

/// <summary>
/// Makes recorded text fit for a terminal, for one line and for a build server's log: a recording may hold escape sequences,
/// characters that turn a line around, and <see cref="WorkflowCommands"/>, and none of that may take effect where it is shown.
/// </summary>
internal static class TextEscape
{
    /// <summary>Text in quotes.</summary>
    /// <param name="text">Any text.</param>
    /// <param name="maxLength">Longer text is cut there, with an ellipsis behind the quote.</param>
    public static string Quote(ReadOnlySpan<char> text, int maxLength)
    {
        var result = new StringBuilder(Math.Min(text.Length, maxLength) + 3).Append('"');
        var cut = text.Length > maxLength;
        Append(result, cut ? text[..(maxLength - (SplitsPair(text, maxLength) ? 1 : 0))] : text, isQuoted: true);
        return result.Append(cut ? "\"…" : "\"").ToString();
    }

    /// <summary>UTF-8 text in quotes, whether valid or not.</summary>
    public static string Quote(ReadOnlySpan<byte> utf8, int maxLength)
    {
        // Three bytes at most make one character, and one character more than shown tells that there is more.
        var start = utf8[..(int)Math.Min(utf8.Length, (maxLength + 1L) * 3)];
        return Quote(Encoding.UTF8.GetString(start), maxLength);
    }

    /// <summary>Text without quotes: a message that may repeat what a recording holds.</summary>
    public static string Message(string text)
    {
        var result = new StringBuilder(text.Length);
        Append(result, text, isQuoted: false);
        return result.ToString();
    }

    /// <summary>Text of several lines without quotes: each is made fit on its own.</summary>
    public static string Lines(string text) =>
        text.Contains('\n', StringComparison.Ordinal) ? string.Join('\n', text.Split('\n').Select(static line => Message(line.TrimEnd('\r')))) : Message(text);

    private static void Append(StringBuilder target, ReadOnlySpan<char> text, bool isQuoted)
    {
        var startsLine = !isQuoted;
        while (!text.IsEmpty)
        {
            var valid = Rune.DecodeFromUtf16(text, out var rune, out var length) == System.Buffers.OperationStatus.Done;
            var isCommand = WorkflowCommands.StartAt(text, startsLine);
            startsLine &= char.IsWhiteSpace(text[0]);
            if (valid && !isCommand && !IsUnprintable(rune) && !(isQuoted && rune.Value is '"' or '\\'))
            {
                target.Append(text[..length]);
            }
            else
            {
                foreach (var unit in text[..length])
                    AppendEscape(target, unit);
            }

            text = text[length..];
        }
    }

    private static bool SplitsPair(ReadOnlySpan<char> text, int length) =>
        length > 0 && char.IsHighSurrogate(text[length - 1]) && char.IsLowSurrogate(text[length]);

    private static bool IsUnprintable(Rune rune) => rune.Value is < ' ' or > '~' && Rune.GetUnicodeCategory(rune) switch
    {
        UnicodeCategory.Control or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator => true,
        UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned => true,
        // Joiners are part of words and of emoji; the rest of this category changes how text is laid out.
        UnicodeCategory.Format => rune.Value is not ('\u200C' or '\u200D'),
        _ => false,
    };

    private static void AppendEscape(StringBuilder target, char unit) => _ = unit switch
    {
        '"' => target.Append("\\\""),
        '\\' => target.Append("\\\\"),
        '\n' => target.Append("\\n"),
        '\r' => target.Append("\\r"),
        '\t' => target.Append("\\t"),
        _ => target.Append(CultureInfo.InvariantCulture, $"\\u{(int)unit:x4}"),
    };
}
