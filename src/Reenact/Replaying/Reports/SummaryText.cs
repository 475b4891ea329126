using System.Text;

namespace Reenact.Replaying.Reports;

/// <summary>Prints summaries for people.</summary>
internal static class SummaryText
{
    private const int MostFailures = 100;
    private const int MostProblems = 50;
    private const int MostLeaking = 20;
    private const int MostMethods = 10;

    public static string Print(ReplaySummary summary)
    {
        var text = new StringBuilder();
        AppendFailures(text, summary);
        AppendProblems(text, summary);
        AppendLeaking(text, summary);
        if (summary.Latencies.Count > 0)
        {
            text.Append("latencies: median (95th percentile)\n");
            foreach (var latency in ReportWords.Slowest(summary, MostMethods))
            {
                text.Append($"  {CallPrinter.Shorten(latency.Method)}: {ReportWords.Latency(latency)}\n");
            }

            text.Append(summary.Latencies.Count > MostMethods ? ReportWords.Text($"  and {summary.Latencies.Count - MostMethods} more methods\n\n") : "\n");
        }

        if (summary.Replays > 1)
        {
            text.Append("slowest\n");
            foreach (var report in summary.Slowest)
            {
                text.Append($"  {ReportWords.Time(report.Duration),9}  {ReportWords.Title(report)}\n");
            }

            text.Append('\n');
        }

        var totals = summary.Totals;
        text.Append(ReportWords.Headline(summary)).Append('\n');
        if (summary.Replays == 0)
        {
            return text.ToString().TrimEnd('\n');
        }

        Row(text, "calls", ReportWords.Text($"{ReportWords.Calls(summary)} served, {totals.LiveCalls:N0} live, {totals.ExtraCalls:N0} extra, {totals.MissingCalls:N0} missing"));
        Row(text, "outputs", totals.OutputsDiffer == 0 ? "none differs" : ReportWords.Text($"{totals.OutputsDiffer:N0} replays gave another output"));
        foreach (var (what, line) in ReportWords.Findings(summary))
        {
            Row(text, what, line);
        }

        foreach (var doubt in ReportWords.Doubts(summary))
        {
            Row(text, "exactness", doubt);
        }

        Row(text, "time", $"{ReportWords.Time(totals.Duration)} of replaying");
        return text.ToString().TrimEnd('\n');
    }

    private static void AppendFailures(StringBuilder text, ReplaySummary summary)
    {
        foreach (var report in summary.Failures.Take(MostFailures))
        {
            text.Append($"✗ {ReportWords.Title(report)}\n    {ReportWords.Headline(report)}\n");
            foreach (var line in ReportWords.Details(report))
            {
                text.Append($"      {line}\n");
            }
        }

        if (summary.Failed > MostFailures)
        {
            text.Append(ReportWords.Text($"✗ and {summary.Failed - MostFailures:N0} more\n"));
        }

        text.Append(summary.Failed > 0 ? "\n" : "");
    }

    /// <summary>A replay passes although something leaked where it was told to: somebody should know all the same.</summary>
    private static void AppendLeaking(StringBuilder text, ReplaySummary summary)
    {
        foreach (var report in summary.Leaking.Take(MostLeaking))
        {
            text.Append($"! {ReportWords.Title(report)}\n");
            foreach (var leak in ReportWords.Leaks(report))
            {
                text.Append($"      {leak}\n");
            }
        }

        text.Append(summary.Leaking.Count > 0 ? "\n" : "");
    }

    private static void AppendProblems(StringBuilder text, ReplaySummary summary)
    {
        foreach (var problem in summary.Problems.Take(MostProblems))
        {
            text.Append($"✗ {Values.TextEscape.Message(problem.Where)}\n    {Values.TextEscape.Message(problem.What)}\n");
        }

        if (summary.Totals.Problems > MostProblems)
        {
            text.Append(ReportWords.Text($"✗ and {summary.Totals.Problems - MostProblems:N0} more problems\n"));
        }

        text.Append(summary.Totals.Problems > 0 ? "\n" : "");
    }

    private static void Row(StringBuilder text, string name, string value) => text.Append($"  {name,-10}{value}\n");
}
