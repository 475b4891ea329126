using System.Text;
using System.Text.Json;
using Reenact.Replaying;
using Reenact.Values;

namespace Reenact.Experiments;

/// <summary>Writes what experiments came to as JSON; <c>docs/what-if.md</c> documents the members.</summary>
internal static class ExperimentJson
{
    public static string Write(ReplayPlan plan, IReadOnlyList<ExperimentResult> results)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, SafeJson.Indented))
        {
            json.WriteStartObject();
            json.WritePropertyName("plan");
            PlanJson.Write(json, plan, plan.CodeVersion);
            json.WriteStartArray("results");
            foreach (var result in results)
            {
                Write(json, result);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length);
    }

    private static void Write(Utf8JsonWriter json, ExperimentResult result)
    {
        json.WriteStartObject();
        json.WriteString("recording", result.Recording);
        json.WriteString("fork", result.Fork);
        WriteText(json, "recordedOutcome", NameOf(result.RecordedOutcome));
        WriteText(json, "outcome", NameOf(result.Outcome));
        if (result.Report is { } report)
        {
            json.WriteString("replayId", report.ReplayId);
            json.WriteNumber("servedCalls", report.MatchedCalls);
            json.WriteNumber("liveCalls", report.LiveCalls);
            json.WriteNumber("changedResults", report.Live.Count(call => call.SameResult == false));
            json.WriteNumber("consequences", report.Consequences.Count);
        }

        WriteText(json, "divergence", result.Divergence?.Message);
        WriteText(json, "exception", result.Exception is { } exception ? $"{exception.GetType()}: {exception.Message}" : null);
        json.WriteEndObject();
    }

    private static void WriteText(Utf8JsonWriter json, string name, string? value)
    {
        if (value is not null)
        {
            json.WriteString(name, value);
        }
    }

    private static string? NameOf(Outcome? outcome) => outcome is { } known ? JsonNamingPolicy.CamelCase.ConvertName(known.ToString()) : null;
}
