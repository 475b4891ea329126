using System.Text;
using Reenact.Events;

namespace Reenact.Cli;

/// <summary>Prints what happened in a session: a line for each call and event, calls as a tree, times in front.</summary>
internal sealed class OutlinePrinter(ToolConsole console, SessionOutline session, bool full)
{
    private const int DurationWidth = 8;
    private const int KindWidth = 12;

    /// <summary>Deeper calls are shown at this depth: they would leave no room for themselves.</summary>
    private const int DeepestGuides = 16;

    /// <summary>A terminal narrower than that wraps its lines.</summary>
    private const int NarrowestText = 20;

    private readonly ItemText text = new(session.Names, session.FindCall, session.Snapshots);

    public void Print()
    {
        // No recursion: a recording may nest calls as deep as it likes.
        List<Level> levels = [new Level(session.Roots)];
        while (levels.Count > 0)
        {
            var level = levels[^1];
            if (level.IsLast)
            {
                levels.RemoveAt(levels.Count - 1);
                continue;
            }

            var item = level.Items[level.Next++];
            var (guide, below) = Guides(levels);
            var inside = item is RecordedSpan span ? Inside(span) : [];
            PrintItem(item, inside.Count > 0, guide, below);
            if (inside.Count > 0)
            {
                levels.Add(new Level(inside));
            }
        }
    }

    /// <summary>The lines that lead from the items above to this one, and past it to those below.</summary>
    private static (string Item, string Below) Guides(List<Level> levels)
    {
        if (levels.Count == 1)
        {
            return ("", "");
        }

        var ancestors = new StringBuilder();
        for (var depth = Math.Max(1, levels.Count - 1 - DeepestGuides); depth < levels.Count - 1; depth++)
        {
            ancestors.Append(levels[depth].IsLast ? "   " : "│  ");
        }

        var last = levels[^1].IsLast;
        return (ancestors + (last ? "└─ " : "├─ "), ancestors + (last ? "   " : "│  "));
    }

    private IReadOnlyList<object> Inside(RecordedSpan span) =>
        full ? SessionOutline.Inside(span) : HiddenItems.In(SessionOutline.Inside(span));

    private void PrintItem(object item, bool hasInside, string guide, string below)
    {
        var time = item switch
        {
            RecordedSpan span => span.Start.Time,
            HiddenItems hidden => hidden.First.Time,
            _ => ((RecordedEvent)item).Time,
        };
        var offset = Quantities.Offset(time);
        var duration = item is RecordedSpan ended && (ended.End ?? ended.StreamEnd) is { } end ? Quantities.Duration(end.Time - time) : "";
        var line = new StyledLine()
            .Add(offset, Palette.Quiet)
            .Add(" " + duration.PadLeft(DurationWidth) + "  ")
            .Add(ItemText.Kind(item).PadRight(KindWidth) + " ", Palette.Kind)
            .Add(guide, Palette.Quiet);
        var columns = offset.Length + DurationWidth + KindWidth + 4;
        var indent = new string(' ', columns) + below + (hasInside ? "│  " : "   ");
        var room = Math.Max(console.Width - columns - guide.Length, NarrowestText);
        var (what, ending) = (text.What(item, full ? 0 : room), ItemText.Ending(item, full ? 0 : room));
        if (full || new StyledLine().Add(what).Add(ending).Fits(room))
        {
            line.Add(what).Add(ending).WriteTo(console);
        }
        else
        {
            line.Add(what).WriteTo(console, columns + guide.Length + room);
            if (!ending.IsEmpty)
            {
                new StyledLine().Add(indent, Palette.Quiet).Add(ending).WriteTo(console, columns + guide.Length + room);
            }
        }

        if (full)
        {
            PrintWhole(item, indent);
        }
    }

    private void PrintWhole(object item, string indent)
    {
        foreach (var (name, value) in text.Values(item))
        {
            var line = new StyledLine().Add(indent, Palette.Quiet).Add(SafeText.OneLine(name), Palette.Name).Add(": ");
            foreach (var shown in ValueDisplay.Lines(value))
            {
                line.Add(shown).WriteTo(console);
                line = new StyledLine().Add(indent, Palette.Quiet);
            }
        }
    }

    private sealed class Level(IReadOnlyList<object> items)
    {
        public IReadOnlyList<object> Items => items;

        public int Next { get; set; }

        /// <summary>Whether there is nothing after the item taken last.</summary>
        public bool IsLast => Next == items.Count;
    }
}
