using Reenact.Comparing;
using Reenact.Events;
using Reenact.Values;
using Spectre.Console;

namespace Reenact.Cli;

/// <summary>Prints how two sessions differ: the calls as one tree, only what differs with what is next to it, then the totals.</summary>
internal sealed class ComparisonPrinter
{
    private const int EventWidth = 6;
    private const int DeepestIndent = 16;
    private const int NarrowestText = 30;
    private const string FirstMark = "first difference";

    /// <summary>So many calls, environments and decisions each are shown unless all are asked for: nobody reads more, and sessions can have a million.</summary>
    private const int MostShown = 500;

    private readonly ToolConsole console;
    private readonly SessionComparison comparison;
    private readonly bool full;
    private readonly ItemText text;
    private readonly DifferenceLines differences;

    public ComparisonPrinter(ToolConsole console, Recording before, SessionComparison comparison, bool full)
    {
        this.console = console;
        this.comparison = comparison;
        this.full = full;
        text = new ItemText(new ShortNames(comparison.Latencies.Select(latency => latency.Method).Concat(MethodsOf(comparison.Calls))), before.FindCall, new SnapshotText(before));
        differences = new DifferenceLines(console, full);
    }

    public void Print()
    {
        PrintSession("--- ", comparison.Before, Palette.Bad);
        PrintSession("+++ ", comparison.After, Palette.Good);
        console.Output.WriteLine();
        if (comparison.AreEqual)
        {
            new StyledLine().Add("The sessions are the same", Palette.Good).Add($": {Quantities.Count(comparison.Counts.Same, "call")}, the environment, the decisions, the outcome and the output.").WriteTo(console);
        }
        else
        {
            PrintEnvironment();
            PrintDecisions();
            PrintCalls();
            PrintEnd();
        }

        console.Output.WriteLine();
        TotalsTable.Print(comparison, full, console);
        foreach (var limit in comparison.Limits)
        {
            new StyledLine().Add(limit, Palette.Warning).WriteTo(console);
        }
    }

    private static IEnumerable<string> MethodsOf(IReadOnlyList<ComparedCall> calls)
    {
        var waiting = new Stack<ComparedCall>(calls);
        while (waiting.TryPop(out var call))
        {
            yield return call.Either.Method.Name;
            foreach (var child in call.Children)
            {
                waiting.Push(child);
            }
        }
    }

    private void PrintSession(string mark, ComparedSession session, Style style)
    {
        var who = string.Join(' ', new[] { session.Info.Agent, session.Info.AgentVersion }.OfType<string>());
        var line = new StyledLine().Add(mark, style).Add(SafeText.OneLine(session.Path), Palette.Name);
        line.Add(who.Length == 0 ? "" : $"  {SafeText.OneLine(who)}", Palette.Quiet).WriteTo(console, console.Width);
    }

    private void PrintEnvironment()
    {
        foreach (var environment in comparison.Environment.Take(full ? int.MaxValue : MostShown))
        {
            MarkFirst(comparison.FirstDifference is { Kind: FirstDifferenceKind.Environment } first && first.EventBefore == environment.Before?.Sequence && first.EventAfter == environment.After?.Sequence);
            var line = Start(environment.Change, environment.Before?.Sequence, environment.After?.Sequence, 0);
            line.Add($"{Words.Of(environment.Kind)} ", Palette.Kind).Add(SafeText.OneLine(environment.Name), Palette.Name).WriteTo(console, console.Width);
            differences.Print(environment.Differences, Indent(0));
        }

        PrintMore(comparison.Environment.Count, "environment entry", "environment entries");
        differences.Print(comparison.Captured, Indent(0));
    }

    private void PrintDecisions()
    {
        var changed = comparison.Decisions.Where(decision => decision.Change != Change.Same).ToList();
        foreach (var decision in changed.Take(full ? int.MaxValue : MostShown))
        {
            MarkFirst(comparison.FirstDifference is { Kind: FirstDifferenceKind.Decision } first && first.EventBefore == decision.Before?.Sequence && first.EventAfter == decision.After?.Sequence);
            var line = Start(decision.Change, decision.Before?.Sequence, decision.After?.Sequence, 0);
            line.Add("decision ", Palette.Kind).Add(SafeText.OneLine(decision.Name), Palette.Name);
            if (decision.Before is null || decision.After is null)
            {
                line.Add($": {ValueDisplay.OneLine((decision.Before ?? decision.After!).Chosen, console.Width)}");
            }

            line.WriteTo(console, console.Width);
            differences.Print(decision.Differences, Indent(0));
        }

        PrintMore(changed.Count, "decision", "decisions");
    }

    private void PrintCalls()
    {
        // No recursion: calls may be nested as deep as they like.
        var levels = new Stack<Level>();
        levels.Push(new Level(comparison.Calls, null));
        var differing = 0;
        while (levels.TryPeek(out var level))
        {
            if (level.Next == level.Calls.Count)
            {
                levels.Pop();
                PrintEndOf(level.Around, levels.Count - 1);
                continue;
            }

            var depth = levels.Count - 1;
            differing += level.Calls[level.Next].HasDifferences ? 1 : 0;
            if (!full && differing > MostShown)
            {
                // The rest is only counted.
                var hidden = level.Calls[level.Next++];
                if (hidden.HasDifferences)
                {
                    levels.Push(new Level(hidden.Children, around: null));
                }

                continue;
            }

            if (SameFrom(level) is > 0 and var same)
            {
                new StyledLine().Add(Margin(depth) + $"… {Quantities.Count(same, "call")} the same", Palette.Quiet).WriteTo(console);
                level.Next += same;
                continue;
            }

            var call = level.Calls[level.Next++];
            PrintCall(call, depth);
            if (call.HasDifferences || full)
            {
                levels.Push(new Level(call.Children, call));
            }
        }

        PrintMore(differing, "call", "calls");
    }

    /// <summary>Says how many more differ than were shown.</summary>
    private void PrintMore(int differing, string one, string many)
    {
        if (!full && differing > MostShown)
        {
            var left = differing - MostShown;
            new StyledLine().Add($"… {Quantities.Count(left)} more {(left == 1 ? $"{one} that differs" : $"{many} that differ")}; --full shows all", Palette.Warning).WriteTo(console);
        }
    }

    /// <summary>How many of the next calls are left out: those that are the same, but for those next to a difference.</summary>
    private int SameFrom(Level level)
    {
        if (full)
        {
            return 0;
        }

        var end = level.Next;
        while (end < level.Calls.Count && !level.Calls[end].HasDifferences)
        {
            end++;
        }

        var isBehindDifference = level.Next > 0 && level.Calls[level.Next - 1].HasDifferences;
        var isBeforeDifference = end < level.Calls.Count;
        var hidden = end - level.Next - (isBehindDifference ? 1 : 0) - (isBeforeDifference ? 1 : 0);

        // A line that says that one call is left out takes the room of that call.
        return isBehindDifference || hidden < 2 ? 0 : hidden;
    }

    private void PrintCall(ComparedCall call, int depth)
    {
        MarkFirst(comparison.FirstDifference is { } first && ReferenceEquals(call, first.Call) && (first.Kind != FirstDifferenceKind.Result || call.Children.Count == 0));
        var line = Start(call.Change, call.Before?.Start.Sequence, call.After?.Start.Sequence, depth);
        var room = Math.Max(NarrowestText, console.Width - Margin(depth).Length);
        var style = call.Change switch { Change.Removed => Palette.Bad, Change.Added => Palette.Good, _ => (Style?)null };
        var what = text.What(call.Either, room);
        line.Add(style is null ? what : what.In(style.Value)).WriteTo(console, console.Width);
        if (call.Change is Change.Removed or Change.Added)
        {
            PrintOneSided(call.Either, depth, style!.Value);
            return;
        }

        differences.Print(call.Arguments, Indent(depth), isCarriedOn: call.Either.Method.Kind == CallKind.Model);
        differences.Print(call.Captured, Indent(depth));
        if (call.Children.Count == 0)
        {
            PrintResults(call, depth);
        }
    }

    /// <summary>What came of a call is told after what was called in it.</summary>
    private void PrintEndOf(ComparedCall? call, int depth)
    {
        if (call is { Results.Count: > 0, Children.Count: > 0 })
        {
            MarkFirst(comparison.FirstDifference is { Kind: FirstDifferenceKind.Result } first && ReferenceEquals(call, first.Call));
            var line = Start(Change.Changed, call.Before?.LastEvent?.Sequence, call.After?.LastEvent?.Sequence, depth);
            line.Add("end of ", Palette.Quiet).Add(text.What(call.Either, 0)).WriteTo(console, console.Width);
            PrintResults(call, depth);
        }
    }

    private void PrintResults(ComparedCall call, int depth)
    {
        // Of one text, where it differs says more than how it begins.
        if (!full && call is { Before: { } before, After: { } after, Results.Count: > 1 } && Answer(before) is { } answer && Answer(after) is { } other)
        {
            new StyledLine().Add(Indent(depth)).Add("- " + answer, Palette.Bad).WriteTo(console, console.Width);
            new StyledLine().Add(Indent(depth)).Add("+ " + other, Palette.Good).WriteTo(console, console.Width);
            return;
        }

        differences.Print(call.Results, Indent(depth));
    }

    /// <summary>What a chat model answered, in short; null for other calls.</summary>
    private string? Answer(RecordedSpan call)
    {
        if (call is not { Method.Kind: CallKind.Model, End: CallReturnedEvent { Result.IsNil: false } returned })
        {
            return null;
        }

        return ChatText.Response(ValueDisplay.Encoded(returned.Result), console.Width) is { } answer ? SafeText.OneLine(answer) : null;
    }

    private void PrintOneSided(RecordedSpan call, int depth, Style style)
    {
        var ending = ItemText.Ending(call, Math.Max(NarrowestText, console.Width - Indent(depth).Length));
        if (!ending.IsEmpty)
        {
            new StyledLine().Add(Indent(depth)).Add(ending.In(style)).WriteTo(console, console.Width);
        }

        if (call.Children.Count > 0)
        {
            new StyledLine().Add($"{Indent(depth)}… with {Quantities.Count(call.Children.Count, "call")} in it", style).WriteTo(console);
        }
    }

    private void PrintEnd()
    {
        if (comparison.Outcome.Count + comparison.Output.Count == 0)
        {
            return;
        }

        MarkFirst(comparison.FirstDifference?.Kind == FirstDifferenceKind.End);
        Start(Change.Changed, comparison.Before.End?.Sequence, comparison.After.End?.Sequence, 0).Add("the end", Palette.Name).WriteTo(console);
        differences.Print([.. comparison.Outcome, .. comparison.Output], Indent(0));
    }

    private void MarkFirst(bool isFirst)
    {
        if (isFirst)
        {
            new StyledLine().Add($"▼ {FirstMark}", Palette.Warning).WriteTo(console);
        }
    }

    /// <summary>The mark of a change, the numbers of the events, and room for the depth.</summary>
    private static StyledLine Start(Change change, long? before, long? after, int depth)
    {
        var (mark, style) = change switch
        {
            Change.Removed => ("-", Palette.Bad),
            Change.Added => ("+", Palette.Good),
            Change.Changed => ("~", Palette.Warning),
            _ => (" ", Style.Plain),
        };
        return new StyledLine().Add(mark, style)
            .Add($"{before,EventWidth}{after,EventWidth}  ", Palette.Quiet)
            .Add(new string(' ', 2 * Math.Min(depth, DeepestIndent)));
    }

    private static string Margin(int depth) => new(' ', 1 + (2 * EventWidth) + 2 + (2 * Math.Min(depth, DeepestIndent)));

    private static string Indent(int depth) => Margin(depth) + "    ";

    private sealed class Level(IReadOnlyList<ComparedCall> calls, ComparedCall? around)
    {
        /// <summary>The call that these were made in, whose end is shown behind them; null for those that the session made, and where it is only counted.</summary>
        public ComparedCall? Around => around;

        public IReadOnlyList<ComparedCall> Calls => calls;

        public int Next { get; set; }
    }
}
