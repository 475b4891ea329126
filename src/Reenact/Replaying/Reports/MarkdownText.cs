namespace Reenact.Replaying.Reports;

/// <summary>
/// Quotes text in Markdown so that nothing in it takes effect: no markup, no HTML, no links, no mentions. Inside of code, none of
/// these is looked for (CommonMark 0.31, sections 4.5 and 6.1), as long as the code's end can't stand in the text.
/// </summary>
internal static class MarkdownText
{
    /// <summary>A code span around text on one line.</summary>
    public static string Code(string line)
    {
        var ticks = new string('`', LongestRun(line) + 1);

        // One space on each side is taken away again where the text isn't all spaces.
        return line.Length == 0 ? "` `" : $"{ticks} {line} {ticks}";
    }

    /// <summary>A fenced block around lines.</summary>
    public static string Block(IReadOnlyList<string> lines)
    {
        var fence = new string('`', Math.Max(3, lines.Select(LongestRun).DefaultIfEmpty().Max() + 1));
        return $"{fence}text\n{string.Join('\n', lines)}\n{fence}\n";
    }

    private static int LongestRun(string text)
    {
        var longest = 0;
        var run = 0;
        foreach (var character in text)
        {
            run = character == '`' ? run + 1 : 0;
            longest = Math.Max(longest, run);
        }

        return longest;
    }
}
