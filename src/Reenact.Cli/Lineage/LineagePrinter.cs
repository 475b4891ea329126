using System.Text;
using Reenact.Events;
using Reenact.Lineage;

namespace Reenact.Cli;

/// <summary>Prints lineage as a tree: below each event what it comes from (or what came of it), with the evidence.</summary>
internal sealed class LineagePrinter(ToolConsole console, Recording recording, LineageGraph graph, bool full)
{
    private const int DeepestGuides = 12;
    private const int NarrowestText = 30;
    private const int ShownEvidence = 3;
    private const int LongestText = 60;

    private readonly ItemText text = new(new ShortNames(Methods(recording.Calls)), recording.FindCall, new SnapshotText(recording));
    private readonly ILookup<long, LineageEdge> edges = graph.Direction == LineageDirection.Back
        ? graph.Edges.Where(edge => edge.To is not null).ToLookup(edge => edge.To!.Value)
        : graph.Edges.Where(edge => edge.From is not null).ToLookup(edge => edge.From!.Value);

    private readonly HashSet<long> printed = [];

    public void Print()
    {
        // No recursion: a chain may be as long as a recording.
        PrintEvent(graph.Event, "", null);
        printed.Add(graph.Event);
        var levels = new List<Level> { new(Next(graph.Event)) };
        while (levels.Count > 0)
        {
            var level = levels[^1];
            if (level.IsLast)
            {
                levels.RemoveAt(levels.Count - 1);
                continue;
            }

            var edge = level.Edges[level.Next++];
            var (guide, below) = Guides(levels);
            var other = graph.Direction == LineageDirection.Back ? edge.From : edge.To;
            if (other is not { } sequence)
            {
                new StyledLine().Add(guide, Palette.Quiet).Add("outside ", Palette.Kind).Add(SafeText.OneLine(edge.Outside ?? "")).WriteTo(console, console.Width);
                continue;
            }

            var isNew = printed.Add(sequence);
            PrintEvent(sequence, guide, isNew ? null : " (above)");
            PrintEvidence(edge, below);
            if (isNew && Next(sequence) is { Count: > 0 } next)
            {
                if (IsConversation(sequence))
                {
                    new StyledLine().Add($"{below}└─ … what the model was asked with: {Quantities.Count(next.Count, "event")}, --full follows them", Palette.Quiet).WriteTo(console, console.Width);
                }
                else
                {
                    levels.Add(new Level(next));
                }
            }
        }

        console.Output.WriteLine();
        new StyledLine().Add(Total(), Palette.Quiet).WriteTo(console, console.Width);
        foreach (var limit in graph.Limits)
        {
            new StyledLine().Add(limit, Palette.Warning).WriteTo(console);
        }
    }

    private string Total()
    {
        if (graph.Edges.Count == 0)
        {
            return graph.Direction == LineageDirection.Back ? "nothing is known that it comes from" : "nothing is known that came of it";
        }

        var events = graph.Events.Count > 1 ? $"{Quantities.Count(graph.Events.Count - 1, "event")} in all, " : "";
        return $"{events}{Quantities.Count(graph.Edges.Count(edge => edge.IsRecorded), "step")} recorded, {Quantities.Count(graph.Edges.Count(edge => !edge.IsRecorded))} inferred from content";
    }

    /// <summary>Null where it is damaged or not there.</summary>
    private RecordedEvent? Read(long sequence)
    {
        try
        {
            return recording.ReadEvent(sequence);
        }
        catch (RecordingException)
        {
            // What is wrong with the recording is said once, at the end.
            return null;
        }
    }

    private static IEnumerable<string> Methods(IReadOnlyList<RecordedSpan> calls)
    {
        var waiting = new Stack<RecordedSpan>(calls);
        while (waiting.TryPop(out var span))
        {
            yield return span.Method.Name;
            foreach (var child in span.Children)
            {
                waiting.Push(child);
            }
        }
    }

    private List<LineageEdge> Next(long sequence) => [.. edges[sequence].OrderBy(edge => edge.Kind)];

    private bool IsConversation(long sequence) =>
        !full && graph.Direction == LineageDirection.Back && Read(sequence) is CallStartedEvent { Method.Kind: CallKind.Model };

    private void PrintEvent(long sequence, string guide, string? note)
    {
        var line = new StyledLine().Add(guide, Palette.Quiet).Add($"{sequence} ", Palette.Quiet);
        var room = Math.Max(NarrowestText, console.Width - guide.Length - 24);
        var happened = Read(sequence);
        if (happened is null)
        {
            line.Add("can't be read", Palette.Bad).WriteTo(console, console.Width);
            return;
        }

        var call = recording.FindCall(happened.Span);
        if (happened is CallReturnedEvent or CallFailedEvent && call is not null)
        {
            line.Add($"{Words.Of(call.Method.Kind)} ", Palette.Kind).Add(text.What(call, 0)).Add(ItemText.Ending(call, room));
        }
        else if (happened is CallStartedEvent && call is not null)
        {
            line.Add($"{Words.Of(call.Method.Kind)} ", Palette.Kind).Add(text.What(call, room));
        }
        else
        {
            line.Add($"{ItemText.Kind(happened)} ", Palette.Kind).Add(text.What(happened, room));
        }

        line.Add(note ?? "", Palette.Quiet).WriteTo(console, console.Width);
    }

    private void PrintEvidence(LineageEdge edge, string below)
    {
        var indent = below + "     ";
        if (edge.Kind == LineageEdgeKind.Link)
        {
            new StyledLine().Add(indent, Palette.Quiet).Add($"recorded: {Words.Of(edge.Relation!.Value)}", Palette.Good).WriteTo(console, console.Width);
        }

        foreach (var evidence in full ? edge.Evidence : edge.Evidence.Take(ShownEvidence))
        {
            var shown = SafeText.OneLine(evidence.Text);
            new StyledLine().Add(indent, Palette.Quiet)
                .Add($"{SafeText.OneLine(evidence.Path)} ← {SafeText.OneLine(evidence.EarlierPath)}", Palette.Quiet)
                .Add($"  {Word(evidence.Match)} ", Palette.Quiet)
                .Add(shown.Length > LongestText ? shown[..LongestText] + "…" : shown)
                .WriteTo(console, console.Width);
        }

        var hidden = edge.EvidenceCount - (full ? edge.Evidence.Count : Math.Min(ShownEvidence, edge.Evidence.Count));
        if (hidden > 0)
        {
            new StyledLine().Add($"{indent}… {Quantities.Count(hidden)} more", Palette.Quiet).WriteTo(console, console.Width);
        }
    }

    private static string Word(LineageMatch match) => match switch
    {
        LineageMatch.Same => "the same",
        LineageMatch.PartOfEarlier => "part of it",
        LineageMatch.ContainsEarlier => "contains it",
        LineageMatch.Identifier => "id",
        LineageMatch.Number => "number",
        _ => "word",
    };

    private static (string Item, string Below) Guides(List<Level> levels)
    {
        var ancestors = new StringBuilder();
        for (var depth = Math.Max(0, levels.Count - 1 - DeepestGuides); depth < levels.Count - 1; depth++)
        {
            ancestors.Append(levels[depth].IsLast ? "   " : "│  ");
        }

        var last = levels[^1].IsLast;
        return (ancestors + (last ? "└─ " : "├─ "), ancestors + (last ? "   " : "│  "));
    }

    private sealed class Level(List<LineageEdge> edges)
    {
        public List<LineageEdge> Edges => edges;

        public int Next { get; set; }

        public bool IsLast => Next == edges.Count;
    }
}
