using System.Globalization;
using System.Text;
using Reenact.Sessions;
using Reenact.Values;

namespace Reenact.Replaying;

/// <summary>Prints reports for people.</summary>
internal static class ReportText
{
    public static string Print(ReplayReport report)
    {
        var text = new StringBuilder();
        if (report.Exactness == Exactness.Free)
        {
            text.Append(CultureInfo.InvariantCulture, $"The recording is free: {FreeCauseText.Describe(report.FreeCause)}{(report.FreeSince is { } since ? $", first at event {since}" : "")}. ")
                .Append("Near ties can't be reproduced with certainty.\n");
        }

        text.Append(CultureInfo.InvariantCulture, $"replayed {TextEscape.Message(report.Recording)}: {report.MatchedCalls} of {report.RecordedCalls} calls matched, ")
            .Append(CultureInfo.InvariantCulture, $"{report.LiveCalls} live, {report.Divergences.Count} diverged");
        if (report.ExtraCalls + report.MissingCalls > 0)
        {
            text.Append(CultureInfo.InvariantCulture, $" ({report.ExtraCalls} extra, {report.MissingCalls} missing)");
        }

        if (report.OutputsEqual is { } equal)
        {
            text.Append(equal ? ", outputs equal" : ", outputs differ");
        }

        text.Append('\n');
        if (report.Failure is { } failure)
        {
            text.Append("  the code threw ").Append(TextEscape.Message(failure)).Append('\n');
        }

        foreach (var latency in report.Latencies)
        {
            text.Append(CultureInfo.InvariantCulture, $"  {CallPrinter.Shorten(latency.Method)}: {latency.Calls} times, median {Print(latency.RecordedMedian)} (95 %: {Print(latency.RecordedP95)}) then, {Print(latency.ReplayedMedian)} ({Print(latency.ReplayedP95)}) now\n");
        }

        if (report.UnmadeExceptions.Count > 0)
        {
            text.Append("  served as RecordedException: ").AppendJoin(", ", report.UnmadeExceptions.Select(TextEscape.Message)).Append('\n');
        }

        foreach (var warning in report.Warnings)
        {
            text.Append("  warning: ").Append(TextEscape.Lines(warning)).Append('\n');
        }

        DecisionReport.Append(text, report);
        LiveReportText.Append(text, report);
        foreach (var leak in report.Leaks)
        {
            text.Append("  leaked: ").Append(TextEscape.Lines(leak.ToString())).Append('\n');
        }

        foreach (var divergence in report.Divergences)
        {
            text.Append('\n').Append(divergence).Append('\n');
        }

        return text.ToString().TrimEnd('\n');
    }

    private static string Print(TimeSpan time) => string.Create(CultureInfo.InvariantCulture, $"{time.TotalMilliseconds:0.###} ms");
}
