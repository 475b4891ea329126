using System.Text;

namespace Reenact.Values;

/// <summary>The first place where two texts differ, with what stands around it.</summary>
/// <param name="Expected">That place in the expected text.</param>
/// <param name="Actual">That place in the actual text.</param>
/// <param name="Line">The line it is in, from 1; null when neither text has lines.</param>
/// <param name="Lines">The lines that differ, with some around them; null when neither text has lines.</param>
internal readonly record struct TextDifference(string Expected, string Actual, int? Line, string? Lines)
{
    private const int Before = 30;
    private const int After = 60;

    /// <summary>Finds it.</summary>
    /// <param name="expected">UTF-8.</param>
    /// <param name="actual">UTF-8, another text.</param>
    public static TextDifference Find(ReadOnlySpan<byte> expected, ReadOnlySpan<byte> actual)
    {
        var place = expected.CommonPrefixLength(actual);
        place = CharacterStart(expected, place);

        // Only what stands in the same line helps to find it.
        var start = Math.Max(place - Before, expected[..place].LastIndexOf((byte)'\n') + 1);
        start = CharacterStart(expected, start);
        int? line = expected.Contains((byte)'\n') || actual.Contains((byte)'\n') ? expected[..place].Count((byte)'\n') + 1 : null;
        return new TextDifference(
            Excerpt(expected, start, place), Excerpt(actual, start, place), line, line is null ? null : LineDifference.Describe(expected, actual, place));
    }

    private static string Excerpt(ReadOnlySpan<byte> text, int start, int place)
    {
        var end = CharacterStart(text, Math.Min(text.Length, place + After));
        var excerpt = TextEscape.Quote(Encoding.UTF8.GetString(text[start..end]), Before + After);
        return (start > 0 ? "…" : "") + excerpt + (end < text.Length ? "…" : "");
    }

    private static int CharacterStart(ReadOnlySpan<byte> text, int place)
    {
        while (place > 0 && place < text.Length && (text[place] & 0b1100_0000) == 0b1000_0000)
            place--;
        return place;
    }
}
