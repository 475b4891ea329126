using System.Text;
using System.Text.Json;
using Reenact.Values;

namespace Reenact.Replaying.Reports;

/// <summary>Writes summaries as JSON; <c>docs/testing.md</c> documents the members.</summary>
internal static class SummaryJson
{
    public static string Write(ReplaySummary summary)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, SafeJson.Indented))
        {
            Write(json, summary);
        }

        return Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length);
    }

    private static void Write(Utf8JsonWriter json, ReplaySummary summary)
    {
        var totals = summary.Totals;
        json.WriteStartObject();
        json.WriteBoolean("allMatched", summary.AllMatched);
        json.WriteNumber("replays", summary.Replays);
        json.WriteNumber("passed", summary.Passed);
        json.WriteNumber("failed", summary.Failed);
        json.WriteNumber("free", totals.Free);
        json.WriteNumber("drifted", totals.Drifted);
        json.WriteNumber("uncertain", totals.Uncertain);
        json.WriteNumber("outputsDiffer", totals.OutputsDiffer);
        json.WriteNumber("recordedCalls", totals.RecordedCalls);
        json.WriteNumber("matchedCalls", totals.MatchedCalls);
        json.WriteNumber("coverage", summary.Coverage);
        json.WriteNumber("liveCalls", totals.LiveCalls);
        json.WriteNumber("extraCalls", totals.ExtraCalls);
        json.WriteNumber("missingCalls", totals.MissingCalls);
        json.WriteNumber("leaks", totals.Leaks);
        json.WriteNumber("decisions", totals.Decisions);
        json.WriteNumber("decisionsDiffer", totals.ChangedDecisions);
        json.WriteNumber("durationMs", totals.Duration.TotalMilliseconds);
        WriteAll(json, "failures", summary.Failures, WriteFailure);
        json.WriteNumber("problemCount", totals.Problems);
        WriteAll(json, "problems", summary.Problems, static (json, problem) =>
        {
            json.WriteString("where", problem.Where);
            json.WriteString("what", problem.What);
        });
        WriteAll(json, "leaking", summary.Leaking, static (json, report) =>
        {
            WriteName(json, report);
            WriteTexts(json, "leaks", report.Leaks);
        });
        WriteAll(json, "latencies", summary.Latencies, static (json, latency) =>
        {
            json.WriteString("method", latency.Method);
            json.WriteNumber("replays", latency.Replays);
            json.WriteNumber("calls", latency.Calls);
            json.WriteNumber("recordedMedianMs", latency.RecordedMedian.TotalMilliseconds);
            json.WriteNumber("recordedP95Ms", latency.RecordedP95.TotalMilliseconds);
            json.WriteNumber("replayedMedianMs", latency.ReplayedMedian.TotalMilliseconds);
            json.WriteNumber("replayedP95Ms", latency.ReplayedP95.TotalMilliseconds);
        });
        WriteAll(json, "slowest", summary.Slowest, static (json, report) =>
        {
            WriteName(json, report);
            json.WriteNumber("durationMs", report.Duration.TotalMilliseconds);
        });
        json.WriteEndObject();
    }

    private static void WriteFailure(Utf8JsonWriter json, ReportDigest report)
    {
        WriteName(json, report);
        WriteText(json, "failure", report.Failure);
        json.WriteNumber("divergences", report.Divergences);
        WriteTexts(json, "drift", report.Drift);
        WriteTexts(json, "decisions", report.ChangedDecisions);
        WriteTexts(json, "leaks", report.Leaks);
        if (report.First is not { } first)
        {
            return;
        }

        json.WriteString("kind", first.Kind);
        if (first.Event is { } sequence)
        {
            json.WriteNumber("event", sequence);
        }

        json.WriteString("message", first.Message);
        WriteText(json, "expected", first.Expected);
        WriteText(json, "actual", first.Actual);
        WriteTexts(json, "differences", first.Differences);
        json.WriteBoolean("possibleNearTie", first.PossibleNearTie);
    }

    private static void WriteName(Utf8JsonWriter json, ReportDigest report)
    {
        WriteText(json, "test", report.Test);
        json.WriteString("recording", report.Recording);
        json.WriteString("sessionId", report.SessionId);
    }

    private static void WriteText(Utf8JsonWriter json, string name, string? value)
    {
        if (value is not null)
        {
            json.WriteString(name, value);
        }
    }

    private static void WriteTexts(Utf8JsonWriter json, string name, IReadOnlyList<string> values)
    {
        json.WriteStartArray(name);
        foreach (var value in values)
        {
            json.WriteStringValue(value);
        }

        json.WriteEndArray();
    }

    private static void WriteAll<T>(Utf8JsonWriter json, string name, IReadOnlyList<T> items, Action<Utf8JsonWriter, T> write)
    {
        json.WriteStartArray(name);
        foreach (var item in items)
        {
            json.WriteStartObject();
            write(json, item);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
