using System.Text.Json;

namespace Reenact.Replaying;

/// <summary>Writes what a plan changed as members of a report; <c>docs/replay.md</c> documents them.</summary>
internal static class LiveReportJson
{
    public static void Write(Utf8JsonWriter json, ReplayReport report, Action<Utf8JsonWriter, Divergence> writeDivergence)
    {
        json.WritePropertyName("plan");
        PlanJson.Write(json, report.Plan, report.CodeVersion);
        json.WriteStartArray("live");
        foreach (var call in report.Live)
        {
            Write(json, call);
        }

        json.WriteEndArray();
        json.WriteStartArray("drift");
        foreach (var drift in report.Drift)
        {
            Write(json, drift);
        }

        json.WriteEndArray();
        json.WriteStartArray("consequences");
        foreach (var consequence in report.Consequences)
        {
            writeDivergence(json, consequence);
        }

        json.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter json, LiveCallReport call)
    {
        json.WriteStartObject();
        if (call.Event is { } sequence)
        {
            json.WriteNumber("event", sequence);
        }

        json.WriteString("method", call.Method);
        json.WriteBoolean("overridden", call.IsOverridden);
        json.WriteBoolean("sameArguments", call.SameArguments);
        if (call.SameResult is { } same)
        {
            json.WriteBoolean("sameResult", same);
        }

        if (call.RecordedLatency is { } then)
        {
            json.WriteNumber("recordedMs", then.TotalMilliseconds);
        }

        if (call.Latency is { } now)
        {
            json.WriteNumber("liveMs", now.TotalMilliseconds);
        }

        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, ResultDrift drift)
    {
        json.WriteStartObject();
        json.WriteNumber("event", drift.Event);
        json.WriteString("call", drift.Call);
        if (drift.Path is { } path)
        {
            json.WriteString("path", path);
        }

        json.WriteString("expected", drift.Expected);
        json.WriteString("actual", drift.Actual);
        json.WriteStartArray("differences");
        foreach (var difference in drift.Differences)
        {
            json.WriteStringValue(difference);
        }

        json.WriteEndArray();
        json.WriteBoolean("sameArguments", drift.SameArguments);
        json.WriteEndObject();
    }
}
