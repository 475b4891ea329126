namespace Reenact.Cli;

/// <summary>Prints how values differ. What was printed before, and comes again because a conversation carries it on, is only counted.</summary>
internal sealed class DifferenceLines(ToolConsole console, bool full)
{
    private const int ShownOfCall = 4;
    private const int ShownOfConversation = 1;
    private const int NarrowestText = 20;

    /// <summary>Shorter texts are told again: they take little room, and say more.</summary>
    private const int ShortText = 40;

    private readonly HashSet<(string? Expected, string? Actual)> told = [];

    /// <summary>Prints differences.</summary>
    /// <param name="differences">What differs.</param>
    /// <param name="indent">What each line begins with.</param>
    /// <param name="isCarriedOn">Whether they may all come again, as those of a conversation do.</param>
    public void Print(IReadOnlyList<ValueDifference> differences, string indent, bool isCarriedOn = false)
    {
        var known = 0;
        List<ValueDifference> shown = [];
        foreach (var difference in differences)
        {
            if (!told.Add((difference.Expected, difference.Actual)) && !full && (isCarriedOn || (difference.Expected?.Length ?? difference.Actual!.Length) > ShortText))
            {
                known++;
            }
            else
            {
                shown.Add(difference);
            }
        }

        var most = full ? int.MaxValue : isCarriedOn ? ShownOfConversation : ShownOfCall;
        foreach (var difference in shown.Take(most))
        {
            Print(difference, indent);
        }

        var hidden = Math.Max(0, shown.Count - most);
        if (hidden + known > 0)
        {
            var more = hidden > 0 ? $"… {Quantities.Count(hidden, "more difference")}" : "";
            var above = known > 0 ? $"… {Quantities.Count(known, "difference")} as above" : "";
            new StyledLine().Add(indent + string.Join(", ", new[] { more, above }.Where(part => part.Length > 0)), Palette.Quiet).WriteTo(console, console.Width);
        }
    }

    private void Print(ValueDifference difference, string indent)
    {
        var path = SafeText.OneLine(difference.Path) + (difference.Line is { } line ? $", line {line}" : "");
        var (before, after) = (SafeText.OneLine(difference.Expected ?? "(absent)"), SafeText.OneLine(difference.Actual ?? "(absent)"));
        var room = Math.Max(NarrowestText, console.Width - indent.Length);
        var one = new StyledLine().Add(indent).Add(path, Palette.Quiet).Add("  ").Add(before, Palette.Bad).Add(" → ", Palette.Quiet).Add(after, Palette.Good);
        if (one.Fits(indent.Length + room))
        {
            one.WriteTo(console);
            return;
        }

        new StyledLine().Add(indent).Add(path, Palette.Quiet).WriteTo(console, Cut(indent, room));
        new StyledLine().Add(indent).Add("- " + before, Palette.Bad).WriteTo(console, Cut(indent, room));
        new StyledLine().Add(indent).Add("+ " + after, Palette.Good).WriteTo(console, Cut(indent, room));
    }

    private int? Cut(string indent, int room) => full ? null : indent.Length + room;
}
