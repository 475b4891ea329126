using Reenact.Testing.Modes;
using Reenact.Testing.Running;
using Reenact.Values;

namespace Reenact.Testing.Reports;

/// <summary>Turns what a replay found into the exception that fails a test.</summary>
internal static class DivergedTest
{
    /// <summary>Further divergences most often follow from the first.</summary>
    private const int MostOthers = 10;

    /// <param name="divergences">What was found, at least one.</param>
    /// <param name="test">The test.</param>
    /// <param name="path">Its recording.</param>
    /// <param name="isGiven">Whether the recording was made elsewhere, and the test only replays it.</param>
    /// <param name="reportProblem">Why the report could not be written; null where it was, or need not be.</param>
    public static ReplayDivergenceException Failure(IReadOnlyList<Divergence> divergences, TestIdentity test, string path, bool isGiven, string? reportProblem)
    {
        var first = divergences[0];
        string[] lines =
        [
            first.Remedy,
            $"To look closer: {RecordingPath.Show(path)}",
            $"To record it again, {RecordingAgain.Advice(test, RecordingPath.ForPeople(path), isGiven)}.",
            .. Others(divergences),
            .. reportProblem is null ? Array.Empty<string>() : [reportProblem],
        ];
        return new ReplayDivergenceException(first with { Recording = RecordingPath.ForPeople(path), Remedy = string.Join("\n  ", lines) });
    }

    private static IEnumerable<string> Others(IReadOnlyList<Divergence> divergences)
    {
        if (divergences.Count > 1)
        {
            yield return $"{divergences.Count - 1} more found:";
        }

        foreach (var divergence in divergences.Skip(1).Take(MostOthers))
        {
            yield return divergence.Event is { } sequence ? $"  event {sequence}: {TextEscape.Message(divergence.Message)}" : $"  {TextEscape.Message(divergence.Message)}";
        }

        if (divergences.Count > MostOthers + 1)
        {
            yield return $"  and {divergences.Count - MostOthers - 1} others, which the report of the replay has ({TestSwitches.ReportsVariable}).";
        }
    }
}
