using System.Globalization;
using System.Text;
using Reenact.Testing.Modes;
using Reenact.Testing.Running;
using Reenact.Values;

namespace Reenact.Testing.Reports;

/// <summary>Turns what a comparison found into the exception that fails a test.</summary>
internal static class DriftedTest
{
    private const int MostTold = 10;
    private const int MostDifferences = 5;

    /// <param name="report">What was found, drift first of all.</param>
    /// <param name="end">The divergence that ended the replay after the drift; null where it came to its end.</param>
    /// <param name="test">The test.</param>
    /// <param name="path">Its recording.</param>
    /// <param name="isGiven">Whether the recording was made elsewhere, and the test only replays it.</param>
    /// <param name="reportProblem">Why the report could not be written; null where it was, or need not be.</param>
    public static RecordingDriftException Failure(ReplayReport report, Divergence? end, TestIdentity test, string path, bool isGiven, string? reportProblem)
    {
        var shown = RecordingPath.ForPeople(path);
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"{report.Drift.Count} of {report.Live.Count} live calls ended otherwise than {shown} says.\n");
        foreach (var drift in report.Drift.Take(MostTold))
        {
            Append(text, drift);
        }

        AppendRest(text, report.Drift.Count, "more");
        if (report.Consequences.Count > 0)
        {
            text.Append("\n  What followed from it:\n");
            foreach (var consequence in report.Consequences.Take(MostTold))
            {
                var place = consequence.Event is { } sequence ? string.Create(CultureInfo.InvariantCulture, $"event {sequence}: ") : "";
                text.Append($"    {place}{TextEscape.Message(consequence.Message)}\n");
            }

            AppendRest(text, report.Consequences.Count, "more");
        }

        if (end is not null)
        {
            text.Append($"\n  {(end.Event is null ? "Then" : string.Create(CultureInfo.InvariantCulture, $"Then, at event {end.Event}"))}: {TextEscape.Message(end.Message)}\n    What to do: {TextEscape.Lines(end.Remedy)}\n");
        }

        text.Append($"\n  To look closer: {RecordingPath.Show(path)}")
            .Append($"\n  If the world is right and the recording is old, {RecordingAgain.Advice(test, shown, isGiven)}.");
        if (reportProblem is not null)
        {
            text.Append($"\n  {reportProblem}");
        }

        return new RecordingDriftException(report, text.ToString());
    }

    private static void Append(StringBuilder text, ResultDrift drift)
    {
        text.Append(CultureInfo.InvariantCulture, $"\n  {TextEscape.Message(drift.Call)}{(drift.SameArguments ? "" : ", called with other arguments after earlier drift")}\n");
        if (drift.Differences.Count == 0)
        {
            text.Append($"    {TextEscape.Message(drift.Expected)} → {TextEscape.Message(drift.Actual)}\n");
        }

        foreach (var difference in drift.Differences.Take(MostDifferences))
        {
            text.Append($"    {TextEscape.Message(difference)}\n");
        }

        if (drift.Differences.Count > MostDifferences)
        {
            text.Append(CultureInfo.InvariantCulture, $"    and {drift.Differences.Count - MostDifferences} more\n");
        }
    }

    private static void AppendRest(StringBuilder text, int count, string what)
    {
        if (count > MostTold)
        {
            text.Append(CultureInfo.InvariantCulture, $"    and {count - MostTold} {what}\n");
        }
    }
}
