using Reenact.Files;

namespace Reenact.Replaying.Reports;

/// <summary>Gathers reports into a summary. Not thread-safe.</summary>
internal sealed class SummaryBuilder
{
    /// <summary>So many replays are listed by name; more are only counted.</summary>
    public const int MostListed = 100_000;

    /// <summary>So many failures keep what differs; of more the name is listed.</summary>
    public const int MostDetailed = 1000;

    /// <summary>So many problems are listed; more are only counted.</summary>
    public const int MostProblems = 1000;

    /// <summary>Of so many replays that passed although something leaked it is told what.</summary>
    public const int MostLeaking = 100;

    private const int MostSlow = 10;

    public SummaryTotals Totals { get; } = new();

    public List<ReportDigest> Failures { get; } = [];

    public List<ReportDigest> Passes { get; } = [];

    public List<SummaryProblem> Problems { get; } = [];

    /// <summary>Those that took longest, longest first.</summary>
    public List<ReportDigest> Slowest { get; } = [];

    /// <summary>Those that passed although something leaked.</summary>
    public List<ReportDigest> Leaking { get; } = [];

    public SummaryLatencies Latencies { get; } = new();

    /// <summary>Adds all report files of a folder and the folders in it; links to folders are not followed.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="added">Is given each report; null where nobody asks.</param>
    /// <exception cref="IOException">The folder can't be read.</exception>
    public void AddFolder(string folder, Action<ReportDigest>? added = null)
    {
        foreach (var file in FolderSearch.Find(folder, "*.json"))
        {
            try
            {
                var report = ReportReader.ReadFile(file);
                Add(report);
                added?.Invoke(report);
            }
            catch (Exception exception) when (exception is InvalidDataException or IOException or UnauthorizedAccessException)
            {
                AddProblem(file, $"The report can't be read: {exception.Message}.");
            }
        }
    }

    public void Add(ReportDigest report)
    {
        Totals.Passed += report.Passed ? 1 : 0;
        Totals.Failed += report.Passed ? 0 : 1;
        Totals.Free += report.IsFree ? 1 : 0;
        Totals.Drifted += report.Drift.Count > 0 ? 1 : 0;
        Totals.Uncertain += report.Warnings.Count > 0 ? 1 : 0;
        Totals.OutputsDiffer += report.OutputsEqual == false ? 1 : 0;
        Totals.RecordedCalls += report.RecordedCalls;
        Totals.MatchedCalls += report.MatchedCalls;
        Totals.LiveCalls += report.LiveCalls;
        Totals.ExtraCalls += report.ExtraCalls;
        Totals.MissingCalls += report.MissingCalls;
        Totals.Leaks += report.LeakCount;
        Totals.Leaking += report.LeakCount > 0 ? 1 : 0;
        Totals.Decisions += report.DecisionCount;
        Totals.ChangedDecisions += report.ChangedDecisionCount;
        Totals.Duration += report.Duration;
        foreach (var latency in report.Latencies)
        {
            Latencies.Add(latency);
        }

        if (report is { Passed: true, LeakCount: > 0 } && Leaking.Count < MostLeaking)
        {
            Leaking.Add(report with { Latencies = [] });
        }

        var kept = report with { Latencies = [] }; // They are counted, and not needed any more.
        List(kept);
        NoteSlow(kept);
    }

    public void AddProblem(string where, string what)
    {
        Totals.Problems++;
        if (Problems.Count < MostProblems)
        {
            Problems.Add(new SummaryProblem(ReportDigest.Name(where), ReportDigest.Text(what)));
        }
    }

    public ReplaySummary Build() => new(this);

    private void List(ReportDigest report)
    {
        if (Failures.Count + Passes.Count >= MostListed)
        {
            return;
        }

        if (report.Passed)
        {
            Passes.Add(report with { Leaks = [] });
        }
        else
        {
            Failures.Add(Failures.Count < MostDetailed ? report : report with { First = null, Others = [], Drift = [], Leaks = [], ChangedDecisions = [], Failure = ReportDigest.Name(report.Failure) });
        }
    }

    private void NoteSlow(ReportDigest report)
    {
        var place = Slowest.FindIndex(slow => slow.Duration < report.Duration);
        Slowest.Insert(place < 0 ? Slowest.Count : place, report);
        if (Slowest.Count > MostSlow)
        {
            Slowest.RemoveAt(MostSlow);
        }
    }
}
