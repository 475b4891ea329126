using System.Globalization;
using Reenact.Comparing;
using Spectre.Console;

namespace Reenact.Cli;

/// <summary>Prints what two sessions came to, side by side.</summary>
internal static class TotalsTable
{
    private const int LabelWidth = 22;
    private const int ValueWidth = 16;
    private const int ChangeWidth = 10;
    private const int Indent = 2;
    private const int NarrowestLabel = 8;
    private const int NarrowestValue = 10;

    public static void Print(SessionComparison comparison, bool full, ToolConsole console)
    {
        var (before, after) = (comparison.Before.Summary, comparison.After.Summary);
        Row(console, "", "before", "after", "change", Palette.Quiet);
        Row(console, "outcome", Outcome(comparison.Before), Outcome(comparison.After), "");
        foreach (var kind in before.Calls.Keys.Union(after.Calls.Keys).Order())
        {
            Count(console, $"{Words.Of(kind)} calls", before.Calls.GetValueOrDefault(kind), after.Calls.GetValueOrDefault(kind));
        }

        Count(console, "failed calls", before.FailedCalls, after.FailedCalls);
        if (before.InputTokens + after.InputTokens + before.OutputTokens + after.OutputTokens > 0)
        {
            Count(console, "input tokens", before.InputTokens, after.InputTokens);
            Count(console, "  from a cache", before.CachedInputTokens, after.CachedInputTokens);
            Count(console, "output tokens", before.OutputTokens, after.OutputTokens);
        }

        if (comparison.CostBefore is not null || comparison.CostAfter is not null)
        {
            Row(console, "cost", Cost(comparison.CostBefore), Cost(comparison.CostAfter), Change(comparison.CostAfter - comparison.CostBefore));
        }

        Row(console, "duration", Quantities.Duration(before.Duration), Quantities.Duration(after.Duration), Times(before.Duration, after.Duration));
        if (full)
        {
            PrintLatencies(comparison, console);
        }

        foreach (var failure in comparison.Failures.Where(failure => full || failure.Before != failure.After))
        {
            Count(console, SafeText.OneLine($"✗ {failure.Type} in {failure.Method}"), failure.Before, failure.After);
        }

        var counts = comparison.Counts;
        console.Output.WriteLine();
        new StyledLine()
            .Add($"{Quantities.Count(counts.Same, "call")} the same, ")
            .Add($"{Quantities.Count(counts.Changed)} changed", Palette.Warning).Add(", ")
            .Add($"{Quantities.Count(counts.Removed)} only before", Palette.Bad).Add(", ")
            .Add($"{Quantities.Count(counts.Added)} only after", Palette.Good)
            .WriteTo(console, console.Width);
    }

    private static void PrintLatencies(SessionComparison comparison, ToolConsole console)
    {
        var names = new ShortNames(comparison.Latencies.Select(latency => latency.Method));
        foreach (var latency in comparison.Latencies)
        {
            new StyledLine().Add("  " + SafeText.OneLine(names.Of(latency.Method))).WriteTo(console, console.Width);
            Row(console, "  median", Time(latency.Before, latency.Before.Median), Time(latency.After, latency.After.Median), "");
            Row(console, "  95th percentile", Time(latency.Before, latency.Before.P95), Time(latency.After, latency.After.P95), "");
            Row(console, "  in total", Time(latency.Before, latency.Before.Total), Time(latency.After, latency.After.Total), "");
        }

        static string Time(LatencySummary summary, TimeSpan time) => summary.Calls == 0 ? "–" : Quantities.Duration(time);
    }

    private static void Count(ToolConsole console, string label, long before, long after)
    {
        if (before + after > 0)
        {
            Row(console, label, Quantities.Count(before), Quantities.Count(after), Change(after - before));
        }
    }

    private static void Row(ToolConsole console, string label, string before, string after, string change, Style? style = null)
    {
        // What is narrow takes from the names first, which have a line of their own where they don't fit.
        var width = Math.Clamp(console.Width - Indent - (2 * ValueWidth) - ChangeWidth, NarrowestLabel, LabelWidth);
        var value = Math.Clamp((console.Width - Indent - width - ChangeWidth) / 2, NarrowestValue, ValueWidth);
        var line = new StyledLine().Add("  " + label.PadRight(width), Palette.Quiet);
        if (label.Length > width)
        {
            line.WriteTo(console, console.Width);
            line = new StyledLine().Add(new string(' ', Indent + width));
        }

        line.Add(Cell(before, value), style).Add(Cell(after, value), style).Add(change, style ?? Palette.Warning).WriteTo(console, console.Width);
    }

    private static string Cell(string text, int width) => text.Length < width ? text.PadRight(width) : text + " ";

    private static string Change(decimal? change) => change switch
    {
        null or 0 => "",
        > 0 and var more => string.Create(CultureInfo.InvariantCulture, $"+{more:#,0.######}"),
        var less => string.Create(CultureInfo.InvariantCulture, $"{less:#,0.######}"),
    };

    private static string Times(TimeSpan before, TimeSpan after) =>
        before.Ticks > 0 && after.Ticks > 0 ? string.Create(CultureInfo.InvariantCulture, $"× {after / before:0.##}") : "";

    private static string Cost(decimal? cost) => cost is { } known ? known.ToString("#,0.######", CultureInfo.InvariantCulture) : "not known";

    private static string Outcome(ComparedSession session) =>
        session.Summary.Outcome is { } outcome ? SafeText.OneLine($"{Words.Of(outcome)} {session.Summary.ErrorCode}").TrimEnd() : "no end";
}
