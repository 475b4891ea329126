using System.Text;
using System.Text.Json;
using Reenact.Values;

namespace Reenact.Replaying;

/// <summary>Writes reports as JSON; <c>docs/replay.md</c> documents the members.</summary>
internal static class ReportJson
{
    /// <param name="report">The report.</param>
    /// <param name="test">The test that replayed; null where it was none.</param>
    /// <param name="failure">Why the test failed, where it did; null where it passed.</param>
    public static string Write(ReplayReport report, string? test = null, string? failure = null) => Write(json => Write(json, report, test, failure));

    /// <summary>The report of a replay whose recording can't be read: only the members that are known.</summary>
    public static string WriteUnread(string recording, string? test, string failure) => Write(json =>
    {
        json.WriteStartObject();
        WriteText(json, "test", test);
        WriteText(json, "failure", failure);
        json.WriteString("replayId", Guid.NewGuid());
        json.WriteString("recording", recording);
        json.WriteBoolean("isMatch", false);
        json.WriteEndObject();
    });

    private static string Write(Action<Utf8JsonWriter> write)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, SafeJson.Indented))
        {
            write(json);
        }

        return Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length);
    }

    private static void Write(Utf8JsonWriter json, ReplayReport report, string? test, string? failure)
    {
        json.WriteStartObject();
        WriteText(json, "test", test);
        WriteText(json, "failure", failure ?? report.Failure);
        json.WriteString("replayId", report.ReplayId);
        json.WriteString("sessionId", report.SessionId);
        json.WriteString("recording", report.Recording);
        json.WriteString("exactness", NameOf(report.Exactness));
        if (report.FreeCause is { } cause)
        {
            json.WriteString("freeCause", NameOf(cause));
        }

        if (report.FreeSince is { } since)
        {
            json.WriteNumber("freeSince", since);
        }

        json.WriteString("matchOrder", NameOf(report.MatchOrder));
        json.WriteBoolean("isMatch", report.IsMatch);
        json.WriteNumber("recordedCalls", report.RecordedCalls);
        json.WriteNumber("matchedCalls", report.MatchedCalls);
        json.WriteNumber("liveCalls", report.LiveCalls);
        json.WriteNumber("extraCalls", report.ExtraCalls);
        json.WriteNumber("missingCalls", report.MissingCalls);
        json.WriteNumber("coverage", report.Coverage);
        if (report.OutputsEqual is { } equal)
        {
            json.WriteBoolean("outputsEqual", equal);
        }

        json.WriteNumber("durationMs", report.Duration.TotalMilliseconds);
        WriteTexts(json, "unmadeExceptions", report.UnmadeExceptions);
        WriteTexts(json, "warnings", report.Warnings);
        json.WriteStartArray("latencies");
        foreach (var latency in report.Latencies)
        {
            Write(json, latency);
        }

        json.WriteEndArray();
        json.WriteStartArray("leaks");
        foreach (var leak in report.Leaks)
        {
            Write(json, leak);
        }

        json.WriteEndArray();
        json.WriteStartArray("divergences");
        foreach (var divergence in report.Divergences)
        {
            Write(json, divergence);
        }

        json.WriteEndArray();
        DecisionReport.Write(json, report);
        LiveReportJson.Write(json, report, Write);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, MethodLatency latency)
    {
        json.WriteStartObject();
        json.WriteString("method", latency.Method);
        json.WriteNumber("calls", latency.Calls);
        json.WriteNumber("recordedMedianMs", latency.RecordedMedian.TotalMilliseconds);
        json.WriteNumber("recordedP95Ms", latency.RecordedP95.TotalMilliseconds);
        json.WriteNumber("replayedMedianMs", latency.ReplayedMedian.TotalMilliseconds);
        json.WriteNumber("replayedP95Ms", latency.ReplayedP95.TotalMilliseconds);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, Leak leak)
    {
        json.WriteStartObject();
        json.WriteString("kind", NameOf(leak.Kind));
        WriteText(json, "target", leak.Target);
        json.WriteNumber("times", leak.Times);
        if (leak.Event is { } sequence)
        {
            json.WriteNumber("event", sequence);
        }

        WriteText(json, "after", leak.After);
        WriteText(json, "through", leak.Through);
        WriteTexts(json, "stack", leak.Stack);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, Divergence divergence)
    {
        json.WriteStartObject();
        json.WriteString("kind", NameOf(divergence.Kind));
        if (divergence.Event is { } sequence)
        {
            json.WriteNumber("event", sequence);
        }

        WriteText(json, "inside", divergence.Inside);
        WriteText(json, "expected", divergence.Expected);
        WriteText(json, "actual", divergence.Actual);
        WriteText(json, "path", divergence.Path);
        WriteTexts(json, "differences", divergence.Differences);
        json.WriteString("message", divergence.Message);
        json.WriteString("remedy", divergence.Remedy);
        WriteTexts(json, "stack", divergence.Stack);
        WriteTexts(json, "lastMatched", divergence.LastMatched);
        WriteTexts(json, "candidates", divergence.Candidates);
        json.WriteBoolean("possibleNearTie", divergence.PossibleNearTie);
        if (divergence.NearTie is { } tie)
        {
            Write(json, tie);
        }

        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, NearTie tie)
    {
        json.WriteStartObject("nearTie");
        json.WriteNumber("firstEvent", tie.FirstEvent);
        json.WriteString("first", tie.First);
        json.WriteNumber("secondEvent", tie.SecondEvent);
        json.WriteString("second", tie.Second);
        json.WriteNumber("apartMs", tie.Apart.TotalMilliseconds);
        json.WriteEndObject();
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

    /// <summary>The word for a value in JSON.</summary>
    public static string NameOf<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.CamelCase.ConvertName(value.ToString());
}
