using System.Globalization;
using System.Text;
using System.Text.Json;
using Reenact.Values;

namespace Reenact.Replaying;

/// <summary>The part of reports about decisions.</summary>
internal static class DecisionReport
{
    public static void Append(StringBuilder text, ReplayReport report)
    {
        if (report.Decisions.Count == 0)
        {
            return;
        }

        text.Append(CultureInfo.InvariantCulture, $"  decisions: {report.Decisions.Count(static decision => decision.IsEqual)} of {report.Decisions.Count} as recorded\n");
        foreach (var decision in report.Decisions.Where(static decision => !decision.IsEqual))
        {
            text.Append(CultureInfo.InvariantCulture, $"    {TextEscape.Message(decision.Name)}: {TextEscape.Message(decision.Then ?? "(none)")} then, {TextEscape.Message(decision.Now ?? "(none)")} now\n");
        }
    }

    public static void Write(Utf8JsonWriter json, ReplayReport report)
    {
        json.WriteStartArray("decisions");
        foreach (var decision in report.Decisions)
        {
            json.WriteStartObject();
            json.WriteString("name", TextEscape.Message(decision.Name));
            if (decision.Event is { } sequence)
            {
                json.WriteNumber("event", sequence);
            }

            if (decision.Then is { } then)
            {
                json.WriteString("then", then);
            }

            if (decision.Now is { } now)
            {
                json.WriteString("now", now);
            }

            json.WriteBoolean("equal", decision.IsEqual);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
