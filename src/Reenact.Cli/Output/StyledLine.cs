using Spectre.Console;

namespace Reenact.Cli;

/// <summary>One line of output, in pieces of different style. Texts must be safe already.</summary>
internal sealed class StyledLine
{
    private readonly List<(string Text, Style Style)> pieces = [];

    public bool IsEmpty => pieces.Count == 0;

    public StyledLine Add(string text, Style? style = null)
    {
        if (text.Length != 0)
        {
            pieces.Add((text, style ?? Style.Plain));
        }

        return this;
    }

    /// <summary>Adds the pieces of another line.</summary>
    public StyledLine Add(StyledLine other)
    {
        pieces.AddRange(other.pieces);
        return this;
    }

    /// <summary>The same line, all of it in one style.</summary>
    public StyledLine In(Style style)
    {
        var line = new StyledLine();
        foreach (var (text, _) in pieces)
        {
            line.Add(text, style);
        }

        return line;
    }

    /// <summary>Whether the line is at most so many columns wide.</summary>
    public bool Fits(int columns)
    {
        foreach (var (text, _) in pieces)
        {
            if (Start(text, ref columns).Length < text.Length)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Writes the line, cut with an ellipsis where it is wider than allowed.</summary>
    /// <param name="console">Where to.</param>
    /// <param name="width">The widest allowed, in columns; null for any.</param>
    public void WriteTo(ToolConsole console, int? width = null)
    {
        var cut = width is { } allowed && !Fits(allowed);
        var left = cut ? width!.Value - 1 : int.MaxValue;
        foreach (var (text, style) in pieces)
        {
            var shown = cut ? Start(text, ref left) : text;
            console.Write(shown, style);
            if (shown.Length < text.Length)
            {
                break;
            }
        }

        console.Output.WriteLine(cut ? "…" : "");
    }

    /// <summary>As much of a text as fits.</summary>
    private static string Start(string text, ref int columns)
    {
        // Of most texts each character is one column; to ask for each takes most of the time of a long output.
        if (text.Length <= columns && !text.AsSpan().ContainsAnyExceptInRange(' ', '~'))
        {
            columns -= text.Length;
            return text;
        }

        for (var at = 0; at < text.Length;)
        {
            var next = at + (char.IsSurrogatePair(text, at) ? 2 : 1);
            columns -= Math.Max(0, text[at..next].GetCellWidth());
            if (columns < 0)
            {
                return text[..at];
            }

            at = next;
        }

        return text;
    }
}
