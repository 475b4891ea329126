using System.Text;

namespace Reenact.Replaying.Reports;

/// <summary>
/// Writes summaries as GitHub-flavoured Markdown. Text from reports stands in code only, on one line each, and never in a table, where
/// a bar would end its cell.
/// </summary>
internal static class SummaryMarkdown
{
    /// <summary>A comment on GitHub has at most 65,536 characters.</summary>
    private const int Longest = 60_000;

    /// <summary>What is written behind the failures fits into the rest.</summary>
    private const int LongestFailures = 40_000;

    private const int MostProblems = 20;
    private const int MostSlow = 5;
    private const int MostLeaking = 10;
    private const int MostMethods = 20;

    public static string Write(ReplaySummary summary)
    {
        var totals = summary.Totals;
        var text = new StringBuilder($"### {(summary.AllMatched ? "✅" : "❌")} {ReportWords.Headline(summary)}\n\n");
        text.Append("| replays | matched | failed | calls served | live | extra | missing | time |\n| ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |\n")
            .Append(ReportWords.Text($"| {summary.Replays:N0} | {summary.Passed:N0} | {summary.Failed:N0} | {ReportWords.Calls(summary)} "))
            .Append(ReportWords.Text($"| {totals.LiveCalls:N0} | {totals.ExtraCalls:N0} | {totals.MissingCalls:N0} | {ReportWords.Time(totals.Duration)} |\n"));
        foreach (var (what, line) in ReportWords.Findings(summary))
        {
            text.Append($"\n{what}: {line}.\n");
        }

        foreach (var doubt in ReportWords.Doubts(summary))
        {
            text.Append('\n').Append(doubt).Append(".\n");
        }

        AppendFailures(text, summary);
        AppendProblems(text, summary);
        AppendLeaking(text, summary);
        AppendLatencies(text, summary);
        AppendSlowest(text, summary);
        return text.ToString();
    }

    private static void AppendFailures(StringBuilder text, ReplaySummary summary)
    {
        var shown = 0;
        foreach (var report in summary.Failures)
        {
            var failure = Failure(report);
            if (text.Length + failure.Length > LongestFailures)
            {
                break;
            }

            text.Append(failure);
            shown++;
        }

        if (summary.Failed > shown)
        {
            text.Append(ReportWords.Text($"\nAnd {summary.Failed - shown:N0} more that failed.\n"));
        }
    }

    private static string Failure(ReportDigest report)
    {
        var recording = ReportWords.Recording(report);
        var title = report.Test is { } test ? $"{MarkdownText.Code(Values.TextEscape.Message(test))}, {MarkdownText.Code(recording)}" : MarkdownText.Code(recording);
        string[] lines = [ReportWords.Headline(report), .. ReportWords.Details(report)];
        return $"\n#### {title}\n\n{MarkdownText.Block(lines)}\nTo look closer: {MarkdownText.Code($"reenact show {recording}")}\n";
    }

    private static void AppendProblems(StringBuilder text, ReplaySummary summary)
    {
        if (summary.Totals.Problems == 0)
        {
            return;
        }

        text.Append("\n#### Not whole\n\n");
        var shown = 0;
        foreach (var problem in summary.Problems.Take(MostProblems))
        {
            var line = $"- {MarkdownText.Code(Values.TextEscape.Message(problem.Where))}: {MarkdownText.Code(Values.TextEscape.Message(problem.What))}\n";
            if (text.Length + line.Length > Longest - 10_000)
            {
                break;
            }

            text.Append(line);
            shown++;
        }

        if (summary.Totals.Problems > shown)
        {
            text.Append(ReportWords.Text($"- and {summary.Totals.Problems - shown:N0} more\n"));
        }
    }

    private static void AppendLeaking(StringBuilder text, ReplaySummary summary)
    {
        foreach (var report in summary.Leaking.Take(MostLeaking))
        {
            var leaks = $"\n#### Leaked, and passed: {MarkdownText.Code(ReportWords.Title(report))}\n\n{MarkdownText.Block([.. ReportWords.Leaks(report)])}";
            text.Append(text.Length + leaks.Length < Longest - 8_000 ? leaks : "");
        }
    }

    private static void AppendLatencies(StringBuilder text, ReplaySummary summary)
    {
        if (summary.Latencies.Count == 0)
        {
            return;
        }

        text.Append("\n<details><summary>Latencies of replayed methods: median (95th percentile)</summary>\n\n");
        foreach (var latency in ReportWords.Slowest(summary, MostMethods))
        {
            var line = $"- {MarkdownText.Code(Values.TextEscape.Message(latency.Method))}: {ReportWords.Latency(latency)}\n";
            text.Append(text.Length + line.Length < Longest - 4_000 ? line : "");
        }

        text.Append("\n</details>\n");
    }

    private static void AppendSlowest(StringBuilder text, ReplaySummary summary)
    {
        if (summary.Replays <= 1)
        {
            return;
        }

        text.Append("\n<details><summary>Slowest</summary>\n\n");
        foreach (var report in summary.Slowest.Take(MostSlow))
        {
            var line = $"- {ReportWords.Time(report.Duration)} {MarkdownText.Code(ReportWords.Title(report))}\n";
            text.Append(text.Length + line.Length < Longest - 100 ? line : "");
        }

        text.Append("\n</details>\n");
    }
}
