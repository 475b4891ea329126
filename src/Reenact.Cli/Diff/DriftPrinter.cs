using System.Globalization;
using Reenact.Comparing;
using Spectre.Console;

namespace Reenact.Cli;

/// <summary>Prints how two sets of sessions differ: what is more than chance first, then the rest.</summary>
internal static class DriftPrinter
{
    private const int NumberWidth = 9;
    private const int IntervalWidth = 21;
    private const int NarrowestName = 24;

    public static void Print(string before, string after, Drift drift, bool full, ToolConsole console)
    {
        Set("--- ", before, drift.Before, Palette.Bad, console);
        Set("+++ ", after, drift.After, Palette.Good, console);
        Line(console, Pairing(drift), Palette.Quiet);
        if (drift.Measures.Count == 0)
        {
            Line(console, "One of the sets has no session that can be read: there is nothing to compare.", Palette.Warning);
            return;
        }

        var names = new ShortNames(drift.Measures.Select(measure => MethodOf(measure.Name)).OfType<string>());
        Group(console, drift, names, full, DriftVerdict.BeyondChance, "Beyond chance", Palette.Bad);
        Group(console, drift, names, full, DriftVerdict.Unclear, $"Unclear: beyond chance alone, but of {drift.Measures.Count} measures one in twenty is", Palette.Warning);
        Group(console, drift, names, full, DriftVerdict.WithinChance, "Within chance", Palette.Quiet);
        Group(console, drift, names, full, DriftVerdict.TooFew, "Too few sessions or calls to say", Palette.Quiet);
        console.Output.WriteLine();
        Conclude(console, drift);
    }

    private static void Set(string mark, string folder, DriftSet set, Style style, ToolConsole console)
    {
        var left = set.Unread.Count > 0 ? $", {Quantities.Count(set.Unread.Count, "recording")} left out" : "";
        var unsealed = set.Unsealed > 0 ? $", {Quantities.Count(set.Unsealed)} unsealed: still being written, or cut by a crash" : "";
        var alone = set.Compared < set.Sessions ? $", {Quantities.Count(set.Sessions - set.Compared)} without a counterpart" : "";
        new StyledLine().Add(mark, style).Add(SafeText.OneLine(folder), Palette.Name).Add($"  {Quantities.Count(set.Sessions, "session")}{alone}")
            .Add(left + unsealed, Palette.Warning).WriteTo(console, console.Width);
    }

    private static string Pairing(Drift drift) => Pairs(drift) +
        (drift.Pairing != DriftPairing.None && Math.Max(drift.Before.Compared, drift.After.Compared) > drift.Pairs ? "; those with several sessions count with their mean" : "");

    private static string Pairs(Drift drift) => drift.Pairing switch
    {
        DriftPairing.None => "independent sets; 95 % intervals",
        DriftPairing.Parent => $"paired by the session they come from, {Quantities.Count(drift.Pairs, "pair")}; 95 % intervals",
        DriftPairing.Task => $"paired by task, {Quantities.Count(drift.Pairs, "task")}; 95 % intervals",
        DriftPairing.Conversation => $"paired by conversation, {Quantities.Count(drift.Pairs, "pair")}; 95 % intervals",
        _ => $"paired by file name, {Quantities.Count(drift.Pairs, "pair")}; 95 % intervals",
    };

    private static void Group(ToolConsole console, Drift drift, ShortNames names, bool full, DriftVerdict verdict, string title, Style style)
    {
        var measures = drift.Measures.Where(measure => measure.Verdict == verdict).ToList();
        if (measures.Count == 0)
        {
            return;
        }

        console.Output.WriteLine();
        Line(console, title, style);
        var width = Math.Max(NarrowestName, Math.Min(46, console.Width - (4 * NumberWidth) - IntervalWidth));
        var shown = full ? measures : [.. measures.Where(IsTelling)];
        foreach (var measure in shown)
        {
            var name = SafeText.OneLine(NameOf(measure, names));
            var line = new StyledLine().Add("  ");
            if (name.Length > width)
            {
                line.Add(name).WriteTo(console, console.Width);
                name = "";
                line = new StyledLine().Add("  ");
            }

            line.Add(name.PadRight(width))
                .Add(Number(measure, measure.Before).PadLeft(NumberWidth))
                .Add(Number(measure, measure.After).PadLeft(NumberWidth))
                .Add("  " + Signed(measure, measure.Difference).PadLeft(NumberWidth), verdict == DriftVerdict.BeyondChance ? style : Style.Plain);
            if (!double.IsNaN(measure.Low))
            {
                line.Add($"  {Signed(measure, measure.Low)} … {Signed(measure, measure.High)}", Palette.Quiet);
            }

            line.WriteTo(console, console.Width);
        }

        if (shown.Count < measures.Count)
        {
            Line(console, $"  … {Quantities.Count(measures.Count - shown.Count, "measure")} more of single methods, or the same in every session; --full shows them", Palette.Quiet);
        }
    }

    /// <summary>Whether a measure is shown anyway: what differs, and what is about whole sessions.</summary>
    private static bool IsTelling(DriftMeasure measure) =>
        measure.Verdict is DriftVerdict.BeyondChance or DriftVerdict.Unclear || (MethodOf(measure.Name) is null && measure is not { Low: 0, High: 0 });

    private static void Conclude(ToolConsole console, Drift drift)
    {
        var found = drift.Measures.Count(measure => measure.Verdict == DriftVerdict.BeyondChance);
        Line(
            console,
            found == 0
                ? "No difference is beyond chance. That is no proof that there is none."
                : $"{Quantities.Count(found)} of {Quantities.Count(drift.Measures.Count, "measure")} differ beyond chance.",
            found == 0 ? Style.Plain : Palette.Bad);
        var success = drift.Measures[0];
        if (success.SessionsNeeded is { } needed)
        {
            var what = drift.Pairing == DriftPairing.None ? $"{Quantities.Count(needed, "session")} in each set" : Quantities.Count(needed, "pair");
            Line(console, $"To find a change of success by {Signed(success, success.Difference)}, it takes about {what}.");
        }
        else if (success.Verdict == DriftVerdict.TooFew)
        {
            Line(console, "It takes at least 5 sessions in each set, or pairs, to say anything.");
        }
    }

    private static void Line(ToolConsole console, string text, Style? style = null) => new StyledLine().Add(text, style).WriteTo(console, console.Width);

    /// <summary>The method that a measure is about; null when it is about none.</summary>
    private static string? MethodOf(string name) => name.LastIndexOf(" of ", StringComparison.Ordinal) is > 0 and var place ? name[(place + 4)..] : null;

    private static string NameOf(DriftMeasure measure, ShortNames names)
    {
        var name = MethodOf(measure.Name) is { } method ? measure.Name[..^method.Length] + names.Of(method) : measure.Name;
        return measure.Statistic switch
        {
            DriftStatistic.Median => name + ", median",
            DriftStatistic.P95 => name + ", p95",
            _ => name,
        };
    }

    /// <summary>A difference; of shares in points, as a difference in percent could be of the share itself.</summary>
    private static string Signed(DriftMeasure measure, double value)
    {
        var size = measure.Unit == "share" && !double.IsNaN(value)
            ? string.Create(CultureInfo.InvariantCulture, $"{Math.Abs(value) * 100:0.0} pts")
            : Number(measure, Math.Abs(value));
        return (value > 0 ? "+" : value < 0 ? "−" : "") + size;
    }

    private static string Number(DriftMeasure measure, double value) => double.IsNaN(value)
        ? "–"
        : measure.Unit switch
        {
            "share" => string.Create(CultureInfo.InvariantCulture, $"{value * 100:0.0} %"),
            "seconds" => Quantities.Duration(TimeSpan.FromSeconds(value)),
            "cost" => string.Create(CultureInfo.InvariantCulture, $"{value:0.####}"),
            _ => string.Create(CultureInfo.InvariantCulture, $"{value:#,0.00}"),
        };
}
