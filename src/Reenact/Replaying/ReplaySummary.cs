using Reenact.Replaying.Reports;

namespace Reenact;

/// <summary>
/// What many replays found: totals, what failed with its first difference, what took longest. It takes bounded memory, however many
/// reports there are and whatever stands in them. Immutable.
/// </summary>
public sealed class ReplaySummary
{
    internal ReplaySummary(SummaryBuilder parts)
    {
        Totals = parts.Totals;
        Failures = [.. parts.Failures.OrderBy(report => report.Recording, StringComparer.Ordinal).ThenBy(report => report.Test, StringComparer.Ordinal)];
        Passes = [.. parts.Passes.OrderBy(report => report.Recording, StringComparer.Ordinal).ThenBy(report => report.Test, StringComparer.Ordinal)];
        Problems = [.. parts.Problems];
        Slowest = [.. parts.Slowest];
        Leaking = [.. parts.Leaking.OrderBy(report => report.Recording, StringComparer.Ordinal).ThenBy(report => report.Test, StringComparer.Ordinal)];
        Latencies = parts.Latencies.Build();
    }

    /// <summary>How many replays were reported.</summary>
    public int Replays => Totals.Passed + Totals.Failed;

    /// <summary>How many of them were the recording, in tests that passed.</summary>
    public int Passed => Totals.Passed;

    /// <summary>How many of them diverged, or were part of a test that failed otherwise.</summary>
    public int Failed => Totals.Failed;

    /// <summary>What keeps the summary from being whole, a line each: reports that can't be read, recordings without a report.</summary>
    public IReadOnlyList<string> Incomplete => [.. Problems.Select(problem => $"{problem.Where}: {problem.What}")];

    /// <summary>Whether there were replays, all of them were their recordings, and nothing is missing.</summary>
    public bool AllMatched => Totals is { Passed: > 0, Failed: 0, Problems: 0 };

    /// <summary>The share of recorded calls that were served, from 0 to 1: 1 where the recordings have none, 0 where nothing was replayed.</summary>
    public double Coverage => Replays == 0 ? 0 : Totals.RecordedCalls == 0 ? 1 : (double)Totals.MatchedCalls / Totals.RecordedCalls;

    internal SummaryTotals Totals { get; }

    internal IReadOnlyList<ReportDigest> Failures { get; }

    internal IReadOnlyList<ReportDigest> Passes { get; }

    internal IReadOnlyList<SummaryProblem> Problems { get; }

    internal IReadOnlyList<ReportDigest> Slowest { get; }

    internal IReadOnlyList<ReportDigest> Leaking { get; }

    internal IReadOnlyList<SummaryLatency> Latencies { get; }

    /// <summary>Summarizes reports.</summary>
    public static ReplaySummary Of(params IEnumerable<ReplayReport> reports)
    {
        ArgumentNullException.ThrowIfNull(reports);
        var summary = new SummaryBuilder();
        foreach (var report in reports)
        {
            summary.Add(ReportDigest.Of(report));
        }

        return summary.Build();
    }

    /// <summary>
    /// Summarizes the report files (<c>*.json</c>, as <see cref="ReplayReport.ToJson"/> makes them) of a folder and the folders in it. One that can't
    /// be read as a report is told in <see cref="Incomplete"/>.
    /// </summary>
    /// <param name="folder">The folder's path.</param>
    /// <exception cref="IOException">The folder isn't there, or can't be read.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder may not be read.</exception>
    public static ReplaySummary Read(string folder)
    {
        ArgumentException.ThrowIfNullOrEmpty(folder);
        var summary = new SummaryBuilder();
        summary.AddFolder(folder);
        return summary.Build();
    }

    /// <summary>The summary as text for a person: failures first, then what was slowest.</summary>
    public override string ToString() => SummaryText.Print(this);

    /// <summary>The summary as JSON.</summary>
    public string ToJson() => SummaryJson.Write(this);

    /// <summary>The summary as JUnit XML, a test case for each replay.</summary>
    public string ToJUnit() => SummaryJUnit.Write(this);

    /// <summary>
    /// The summary as Markdown, for a pull request, in less than 60,000 characters. What it quotes from recordings can't become links,
    /// mentions or markup.
    /// </summary>
    public string ToMarkdown() => SummaryMarkdown.Write(this);
}
