using System.Globalization;
using System.Text;
using Reenact.Values;

namespace Reenact.Cli;

/// <summary>
/// Text from a recording, made fit for a terminal: what could move the cursor, change colours, ring, or reorder or hide other
/// text is written as an escape instead, and so is what a build server would take for a command.
/// </summary>
internal static class SafeText
{
    /// <summary>On one line: line breaks and tabs are escapes too.</summary>
    public static string OneLine(string text) => Escape(text, keepLines: false);

    /// <summary>Line breaks and tabs stay.</summary>
    public static string Lines(string text) => Escape(text, keepLines: true);

    private static string Escape(string text, bool keepLines)
    {
        StringBuilder? safe = null;
        var done = 0;
        var startsLine = true;
        for (var at = 0; at < text.Length; at++)
        {
            var length = 1;
            if (char.IsHighSurrogate(text[at]) && at + 1 < text.Length && char.IsLowSurrogate(text[at + 1]))
            {
                length = 2;
            }

            var isCommand = WorkflowCommands.StartAt(text.AsSpan(at), startsLine);
            startsLine = text[at] == '\n' || (startsLine && char.IsWhiteSpace(text[at]));
            if (!isCommand && IsSafe(text, at, length, keepLines))
            {
                at += length - 1;
                continue;
            }

            safe ??= new StringBuilder(text.Length + 16);
            safe.Append(text, done, at - done).Append(EscapeOf(text, at, length));
            at += length - 1;
            done = at + 1;
        }

        return safe is null ? text : safe.Append(text, done, text.Length - done).ToString();
    }

    private static bool IsSafe(string text, int at, int length, bool keepLines)
    {
        if (keepLines && text[at] is '\n' or '\t' && keepLines)
        {
            return true;
        }

        // Format characters reorder text (bidirectional overrides) or are invisible; emoji need the joiner.
        const char ZeroWidthJoiner = '\u200D';
        return text[at] == ZeroWidthJoiner || CharUnicodeInfo.GetUnicodeCategory(text, at) is not (
            UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or
            UnicodeCategory.ParagraphSeparator or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned) &&
            (length == 2 || !char.IsSurrogate(text[at]));
    }

    private static string EscapeOf(string text, int at, int length) => text[at] switch
    {
        '\n' => @"\n",
        '\r' => @"\r",
        '\t' => @"\t",
        _ when length == 2 => $@"\U{char.ConvertToUtf32(text, at):X8}",
        _ => $@"\u{(int)text[at]:X4}",
    };
}
