using System.Globalization;
using Reenact.Values;

namespace Reenact.Replaying.Reports;

/// <summary>What all forms of a summary say alike. All text that comes from reports is fit for a terminal, and on one line.</summary>
internal static class ReportWords
{
    /// <summary>A recording's path, relative to the current directory where it lies below.</summary>
    public static string Recording(ReportDigest report) => TextEscape.Message(Relative(report.Recording));

    /// <summary>The test and its recording; only the recording where there is no test.</summary>
    public static string Title(ReportDigest report) =>
        report.Test is { } test ? $"{TextEscape.Message(test)} ({Recording(report)})" : Recording(report);

    /// <summary>What failed, in a line.</summary>
    public static string Headline(ReportDigest report) => TextEscape.Message(
        report.First?.Headline
        ?? (report.Drift.Count > 0 ? "live calls ended otherwise than recorded" : null)
        ?? (report.Failure is { } failure ? $"the test failed: {failure}" : $"{report.Divergences} divergences; {report.MatchedCalls} of {report.RecordedCalls} calls matched"));

    /// <summary>What is told below the headline, a line each.</summary>
    public static IEnumerable<string> Details(ReportDigest report)
    {
        foreach (var line in report.First?.Details() ?? [])
        {
            yield return line;
        }

        foreach (var other in report.Others)
        {
            yield return $"then      {TextEscape.Message(other)}";
        }

        if (report.Divergences > report.Others.Count + 1 && report.Others.Count > 0)
        {
            yield return Text($"and {report.Divergences - report.Others.Count - 1} more divergences");
        }

        foreach (var drift in report.Drift)
        {
            yield return $"drift     {TextEscape.Message(drift)}";
        }

        foreach (var decision in report.ChangedDecisions)
        {
            yield return $"decided   {TextEscape.Message(decision)}";
        }

        foreach (var leak in Leaks(report))
        {
            yield return leak;
        }

        foreach (var warning in report.Warnings)
        {
            yield return $"warning   {TextEscape.Message(warning)}";
        }

        if (report is { Failure: { } failure } && (report.First is not null || report.Drift.Count > 0))
        {
            yield return $"failed    {TextEscape.Message(failure)}";
        }
    }

    /// <summary>What leaked, a line each.</summary>
    public static IEnumerable<string> Leaks(ReportDigest report)
    {
        foreach (var leak in report.Leaks)
        {
            yield return $"leaked    {TextEscape.Message(leak)}";
        }

        if (report.Leaks.Count > 0 && report.LeakCount > report.Leaks.Count)
        {
            yield return Text($"and {report.LeakCount - report.Leaks.Count} more leaks");
        }
    }

    /// <summary>Decisions that differ and leaks, in all replays; a line each, and what it is about.</summary>
    public static IEnumerable<(string What, string Line)> Findings(ReplaySummary summary)
    {
        var totals = summary.Totals;
        if (totals.Decisions > 0)
        {
            yield return ("decisions", Text($"{totals.Decisions - totals.ChangedDecisions:N0} of {totals.Decisions:N0} as recorded"));
        }

        if (totals.Leaks > 0)
        {
            yield return ("leaks", Text($"{totals.Leaks:N0} in {totals.Leaking:N0} of the replays"));
        }
    }

    /// <summary>How long a method took, then and now: the medians, and 95th percentiles behind them.</summary>
    public static string Latency(SummaryLatency latency) =>
        $"{Time(latency.RecordedMedian)} ({Time(latency.RecordedP95)}) then, {Time(latency.ReplayedMedian)} ({Time(latency.ReplayedP95)}) now";

    /// <summary>The methods that take longest now, longest first.</summary>
    public static IEnumerable<SummaryLatency> Slowest(ReplaySummary summary, int count) =>
        summary.Latencies.OrderByDescending(static latency => latency.ReplayedP95).ThenBy(static latency => latency.Method, StringComparer.Ordinal).Take(count);

    /// <summary>What makes the replays less certain than they could be, a line each.</summary>
    public static IEnumerable<string> Doubts(ReplaySummary summary)
    {
        if (summary.Totals.Free > 0)
        {
            yield return Text($"{summary.Totals.Free:N0} of the recordings ran freely: near ties in them can't be reproduced with certainty");
        }

        if (summary.Totals.Uncertain > 0)
        {
            yield return Text($"{summary.Totals.Uncertain:N0} of the replays have warnings, which their own reports tell");
        }
    }

    public static string Headline(ReplaySummary summary) => summary.Totals switch
    {
        { Passed: 0, Failed: 0, Problems: 0 } => "no report was found",
        { Passed: 0, Failed: 0 } none => Text($"no report was found, {none.Problems} {(none.Problems == 1 ? "problem" : "problems")}"),
        { Failed: 0, Problems: 0 } => Text($"{summary.Passed} of {summary.Replays} replays matched"),
        { Problems: 0 } => Text($"{summary.Failed} of {summary.Replays} replays failed"),
        var totals => Text($"{summary.Failed} of {summary.Replays} replays failed, {totals.Problems} {(totals.Problems == 1 ? "problem" : "problems")}"),
    };

    public static string Calls(ReplaySummary summary) => summary.Replays == 0 ? "none" :
        Text($"{summary.Totals.MatchedCalls:N0} of {summary.Totals.RecordedCalls:N0} ({Percent(summary.Coverage)})");

    public static string Time(TimeSpan time) => time.TotalSeconds >= 1 ? Text($"{time.TotalSeconds:0.00} s") : Text($"{time.TotalMilliseconds:0.0} ms");

    public static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    /// <summary>Never rounded up to 100 %.</summary>
    private static string Percent(double share) => Text($"{Math.Floor(share * 1000) / 10:0.0} %");

    private static string Relative(string path)
    {
        var folder = Path.TrimEndingDirectorySeparator(Environment.CurrentDirectory) + Path.DirectorySeparatorChar;
        return path.StartsWith(folder, StringComparison.Ordinal) ? path[folder.Length..] : path;
    }
}
