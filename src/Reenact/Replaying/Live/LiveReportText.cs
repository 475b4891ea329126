using System.Globalization;
using System.Text;
using Reenact.Values;

namespace Reenact.Replaying;

/// <summary>Prints what a plan changed, for people.</summary>
internal static class LiveReportText
{
    private const int Shown = 20;

    public static void Append(StringBuilder text, ReplayReport report)
    {
        if (report.Plan.IsEmpty)
        {
            return;
        }

        text.Append("  plan: ").Append(report.Plan).Append('\n');
        AppendList(text, report.Live, Print);
        AppendList(text, report.Drift, drift => string.Create(
            CultureInfo.InvariantCulture, $"drift at {TextEscape.Message(drift.Call)}{(drift.SameArguments ? "" : ", with other arguments")}: {(drift.Path is { } path ? $"{TextEscape.Message(path)}: " : "")}{TextEscape.Message(drift.Expected)} → {TextEscape.Message(drift.Actual)}"));
        AppendList(text, report.Consequences, consequence => $"follows: {TextEscape.Message(consequence.Message)}{(consequence.Event is { } sequence ? $" (event {sequence})" : "")}");
    }

    private static string Print(LiveCallReport call)
    {
        var what = call.IsOverridden ? "overridden" : "live";
        var place = call.Event is { } sequence ? string.Create(CultureInfo.InvariantCulture, $" (event {sequence})") : ", which the recording doesn't have here";
        var result = call.SameResult switch
        {
            true => ", as recorded",
            false => ", otherwise than recorded",
            null => "",
        };
        var latency = (call.Latency, call.RecordedLatency) switch
        {
            ({ } now, { } then) => string.Create(CultureInfo.InvariantCulture, $", {then.TotalMilliseconds:0.###} ms then, {now.TotalMilliseconds:0.###} ms now"),
            ({ } now, null) => string.Create(CultureInfo.InvariantCulture, $", {now.TotalMilliseconds:0.###} ms"),
            _ => "",
        };
        return $"{what}: {CallPrinter.Shorten(call.Method)}{place}{(call.Event is not null && !call.SameArguments ? ", other arguments" : "")}{result}{latency}";
    }

    private static void AppendList<T>(StringBuilder text, IReadOnlyList<T> items, Func<T, string> print)
    {
        foreach (var item in items.Take(Shown))
        {
            text.Append("  ").Append(print(item)).Append('\n');
        }

        if (items.Count > Shown)
        {
            text.Append(CultureInfo.InvariantCulture, $"  … and {items.Count - Shown} more\n");
        }
    }
}
