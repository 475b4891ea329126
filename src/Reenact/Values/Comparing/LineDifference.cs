using System.Globalization;
using System.Text;

namespace Reenact.Values;

/// <summary>The lines in which two texts differ, as a diff shows them.</summary>
internal static class LineDifference
{
    private const int Around = 2;
    private const int MostLines = 8;
    private const int LongestLine = 160;

    /// <summary>Describes the first stretch of lines that differ; what the texts begin and end with in common is left out, but for a little context.</summary>
    /// <param name="expected">UTF-8.</param>
    /// <param name="actual">UTF-8, another text.</param>
    /// <param name="place">The first byte that differs.</param>
    public static string Describe(ReadOnlySpan<byte> expected, ReadOnlySpan<byte> actual, int place)
    {
        var start = expected[..place].LastIndexOf((byte)'\n') + 1;
        var number = expected[..start].Count((byte)'\n') + 1;
        var old = expected[start..];
        var now = actual[start..];
        var same = CommonLinesAtEnd(old, now);
        var text = new StringBuilder();
        AppendContext(text, LinesBefore(expected[..start]), number);
        var removed = old[..^same];
        var added = now[..^same];
        AppendChanged(text, '-', removed, number);
        AppendChanged(text, '+', added, number);
        AppendAfter(text, old[^same..], number + removed.Count((byte)'\n') + (removed.IsEmpty || removed[^1] == '\n' ? 0 : 1));
        return text.ToString().TrimEnd('\n');
    }

    /// <summary>How many bytes of whole lines two texts have in common at their ends.</summary>
    private static int CommonLinesAtEnd(ReadOnlySpan<byte> expected, ReadOnlySpan<byte> actual)
    {
        var most = Math.Min(expected.Length, actual.Length);
        var same = 0;
        while (same < most && expected[^(same + 1)] == actual[^(same + 1)])
        {
            same++;
        }

        // The common end may begin within a line.
        if (BeginsLine(expected, same) && BeginsLine(actual, same))
        {
            return same;
        }

        var line = expected[^same..].IndexOf((byte)'\n');
        return line < 0 ? 0 : same - line - 1;
    }

    private static bool BeginsLine(ReadOnlySpan<byte> text, int fromEnd) => fromEnd == text.Length || text[^(fromEnd + 1)] == '\n';

    private static List<string> LinesBefore(ReadOnlySpan<byte> text)
    {
        var lines = new List<string>();
        while (lines.Count < Around && !text.IsEmpty)
        {
            text = text[..^1];
            var start = text.LastIndexOf((byte)'\n') + 1;
            lines.Insert(0, Print(text[start..]));
            text = text[..start];
        }

        return lines;
    }

    private static void AppendContext(StringBuilder text, List<string> lines, int next)
    {
        for (var i = 0; i < lines.Count; i++)
        {
            Append(text, ' ', next - lines.Count + i, lines[i]);
        }
    }

    private static void AppendChanged(StringBuilder text, char mark, ReadOnlySpan<byte> lines, int number)
    {
        for (var shown = 0; !lines.IsEmpty; shown++)
        {
            if (shown == MostLines)
            {
                text.Append(CultureInfo.InvariantCulture, $"{mark}      … and {lines.TrimEnd((byte)'\n').Count((byte)'\n') + 1} lines more\n");
                return;
            }

            Append(text, mark, number + shown, Print(FirstLine(ref lines)));
        }
    }

    private static void AppendAfter(StringBuilder text, ReadOnlySpan<byte> lines, int number)
    {
        for (var shown = 0; shown < Around && !lines.IsEmpty; shown++)
        {
            Append(text, ' ', number + shown, Print(FirstLine(ref lines)));
        }
    }

    private static ReadOnlySpan<byte> FirstLine(ref ReadOnlySpan<byte> lines)
    {
        var end = lines.IndexOf((byte)'\n');
        var line = end < 0 ? lines : lines[..end];
        lines = end < 0 ? default : lines[(end + 1)..];
        return line;
    }

    private static void Append(StringBuilder text, char mark, int number, string line) =>
        text.Append(string.Create(CultureInfo.InvariantCulture, $"{mark} {number,4}  {line}").TrimEnd()).Append('\n');

    private static string Print(ReadOnlySpan<byte> line)
    {
        var printed = TextEscape.Message(Encoding.UTF8.GetString(line.TrimEnd((byte)'\r')[..Math.Min(line.TrimEnd((byte)'\r').Length, LongestLine)]));
        return line.Length > LongestLine ? printed + "…" : printed;
    }
}
