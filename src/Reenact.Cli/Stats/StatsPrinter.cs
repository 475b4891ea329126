using System.Globalization;
using Reenact.Format;

namespace Reenact.Cli;

/// <summary>Shows what takes the room in a recording.</summary>
internal static class StatsPrinter
{
    public static void Print(Recording recording, RecordingStats stats, ToolConsole console)
    {
        new StyledLine()
            .Add(SafeText.OneLine(recording.Path), Palette.Name)
            .Add($": {Quantities.Size(stats.Length)}, {Words.Of(recording.State)}")
            .WriteTo(console);
        var events = stats.Blocks.GetValueOrDefault(BlockType.Events);
        Line(console, "blocks", string.Join(", ", stats.Blocks.Select(pair => $"{Quantities.Count(pair.Value.Count, Words.Of(pair.Key))} ({Quantities.Size(pair.Value.Bytes)})")) + $"; headers and padding {Quantities.Size(stats.FramingBytes)}");
        Line(console, "content", events.Bytes == 0 ? "none" : $"{Quantities.Size(stats.ContentBytes)} in {Quantities.Size(events.Bytes)} stored, {Ratio(stats.ContentBytes, events.Bytes)} : 1");
        Line(console, "repeated", stats.Repeated.Count == 0 ? "nothing" : $"{Quantities.Size(stats.Repeated.Bytes)} of content came again {Quantities.Count(stats.Repeated.Count, "time")} and {(stats.Repeated.Count == 1 ? "is" : "are")} stored once");
        if (recording.EventsInTail > 0)
        {
            Line(console, "tail", $"{Quantities.Count(recording.EventsInTail, "event")} in no block yet, not counted below");
        }

        if (stats.Problem.Length != 0)
        {
            new StyledLine().Add("  error       ", Palette.Quiet).Add(SafeText.OneLine(stats.Problem), Palette.Bad).WriteTo(console);
        }

        Table(console, "events, before compression", stats.Events.OrderByDescending(pair => pair.Value.Bytes).Select(pair => (Words.Of(pair.Key), pair.Value)), stats.ContentBytes);
        Table(console, "calls, with the content that they brought in", stats.Methods.Select(pair => (SafeText.OneLine(pair.Method), pair.Calls)), stats.ContentBytes);
    }

    private static void Table(ToolConsole console, string title, IEnumerable<(string Name, Amount Amount)> rows, long whole)
    {
        var any = false;
        foreach (var (name, amount) in rows)
        {
            if (!any)
            {
                console.Output.WriteLine();
                new StyledLine().Add(title, Palette.Quiet).WriteTo(console);
                any = true;
            }

            var share = whole == 0 ? 0 : 100.0 * amount.Bytes / whole;
            new StyledLine()
                .Add($"{Quantities.Size(amount.Bytes),12}  {share.ToString("0", CultureInfo.InvariantCulture),3} %  {Quantities.Count(amount.Count),9}  ")
                .Add(name)
                .WriteTo(console);
        }
    }

    private static string Ratio(long content, long stored) => ((double)content / stored).ToString("0.0", CultureInfo.InvariantCulture);

    private static void Line(ToolConsole console, string label, string text) =>
        new StyledLine().Add("  " + label.PadRight(12), Palette.Quiet).Add(text).WriteTo(console);
}
