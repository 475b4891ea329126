using System.Text;
using Reenact.Replaying.Reports;
using Reenact.Testing.Reports;
using Reenact.Values;

namespace Reenact.Testing;

/// <summary>How the runs of many recordings went. Immutable.</summary>
public sealed class RecordingSuiteResult
{
    private const int MostTold = 20;

    internal RecordingSuiteResult(IReadOnlyList<RecordingResult> results, ReplaySummary summary)
    {
        Results = results;
        Summary = summary;
    }

    /// <summary>A result for each recording, in ordinal order of their paths.</summary>
    public IReadOnlyList<RecordingResult> Results { get; }

    /// <summary>All replays in one report: as text, JSON, JUnit XML or Markdown.</summary>
    public ReplaySummary Summary { get; }

    /// <summary>Whether all passed; also where a shard has none.</summary>
    public bool Passed => Results.All(result => result.Passed);

    /// <summary>Throws unless all passed.</summary>
    /// <exception cref="ReenactTestException">Some failed. The message has the first difference of each, up to twenty.</exception>
    public void EnsurePassed()
    {
        var failed = Results.Where(result => !result.Passed).ToList();
        if (failed.Count == 0)
        {
            return;
        }

        var text = new StringBuilder(ReportWords.Text($"{failed.Count} of {Results.Count} recordings failed."));
        foreach (var result in failed.Take(MostTold))
        {
            text.Append('\n').Append(TextEscape.Message(result.Recording)).Append("\n  ").Append(Tell(result.Failure!));
        }

        if (failed.Count > MostTold)
        {
            text.Append(ReportWords.Text($"\nand {failed.Count - MostTold} more"));
        }

        throw new ReenactTestException(text.ToString(), failed[0].Failure);
    }

    private static string Tell(Exception failure) => failure is ReplayDivergenceException { Divergence: var divergence }
        ? string.Join("\n    ", [TextEscape.Message(DivergenceDigest.Of(divergence).Headline), .. DivergenceDigest.Of(divergence).Details()])
        : TextEscape.Message(ReportDigest.Text(TestFailure.DescribeUnread(failure)));
}
