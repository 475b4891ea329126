using System.Text;
using System.Text.Json;
using Reenact.Values;

namespace Reenact.Comparing;

/// <summary>Writes drift as JSON; <c>docs/comparing.md</c> documents the members.</summary>
internal static class DriftJson
{

    public static string Write(Drift drift)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, SafeJson.Indented))
        {
            json.WriteStartObject();
            json.WriteBoolean("beyondChance", drift.IsBeyondChance);
            WriteSet(json, "before", drift.Before);
            WriteSet(json, "after", drift.After);
            json.WriteString("pairing", ComparisonJson.NameOf(drift.Pairing));
            json.WriteNumber("pairs", drift.Pairs);
            json.WriteNumber("confidence", Estimate.Confidence);
            json.WriteStartArray("measures");
            foreach (var measure in drift.Measures)
            {
                WriteMeasure(json, measure);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length);
    }

    private static void WriteSet(Utf8JsonWriter json, string name, DriftSet set)
    {
        json.WriteStartObject(name);
        json.WriteNumber("sessions", set.Sessions);
        json.WriteNumber("compared", set.Compared);
        json.WriteNumber("unsealed", set.Unsealed);
        json.WriteStartArray("unread");
        foreach (var unread in set.Unread)
        {
            json.WriteStartObject();
            json.WriteString("file", unread.Path);
            json.WriteString("message", unread.Message);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteMeasure(Utf8JsonWriter json, DriftMeasure measure)
    {
        json.WriteStartObject();
        json.WriteString("name", measure.Name);
        json.WriteString("statistic", ComparisonJson.NameOf(measure.Statistic));
        json.WriteString("unit", measure.Unit);
        json.WriteString("verdict", ComparisonJson.NameOf(measure.Verdict));
        WriteNumber(json, "before", measure.Before);
        WriteNumber(json, "after", measure.After);
        WriteNumber(json, "difference", measure.Difference);
        WriteNumber(json, "low", measure.Low);
        WriteNumber(json, "high", measure.High);
        json.WriteNumber("probability", measure.Probability);
        json.WriteNumber("adjustedProbability", measure.AdjustedProbability);
        json.WriteString("method", ComparisonJson.NameOf(measure.Method));
        if (measure.SessionsNeeded is { } needed)
        {
            json.WriteNumber("sessionsNeeded", needed);
        }

        json.WriteEndObject();
    }

    /// <summary>A number; nothing for one that is not known.</summary>
    private static void WriteNumber(Utf8JsonWriter json, string name, double value)
    {
        if (double.IsFinite(value))
        {
            json.WriteNumber(name, value);
        }
    }
}
