using System.Text;
using System.Text.Json;
using Reenact.Values;

namespace Reenact.Lineage;

/// <summary>Writes lineage as JSON; <c>docs/comparing.md</c> documents the members.</summary>
internal static class LineageJson
{

    public static string Write(LineageGraph graph)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, SafeJson.Indented))
        {
            json.WriteStartObject();
            json.WriteNumber("event", graph.Event);
            json.WriteString("direction", NameOf(graph.Direction));
            json.WriteStartArray("events");
            foreach (var sequence in graph.Events)
            {
                json.WriteNumberValue(sequence);
            }

            json.WriteEndArray();
            json.WriteStartArray("edges");
            foreach (var edge in graph.Edges)
            {
                Write(json, edge);
            }

            json.WriteEndArray();
            json.WriteStartArray("limits");
            foreach (var limit in graph.Limits)
            {
                json.WriteStringValue(limit);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length);
    }

    private static void Write(Utf8JsonWriter json, LineageEdge edge)
    {
        json.WriteStartObject();
        if (edge.From is { } from)
        {
            json.WriteNumber("from", from);
        }

        if (edge.To is { } to)
        {
            json.WriteNumber("to", to);
        }

        if (edge.Outside is { } outside)
        {
            json.WriteString("outside", outside);
        }

        json.WriteString("kind", NameOf(edge.Kind));
        json.WriteBoolean("recorded", edge.IsRecorded);
        if (edge.Relation is { } relation)
        {
            json.WriteString("relation", NameOf(relation));
        }

        if (edge.Evidence.Count > 0)
        {
            json.WriteNumber("evidenceCount", edge.EvidenceCount);
            json.WriteStartArray("evidence");
            foreach (var evidence in edge.Evidence)
            {
                json.WriteStartObject();
                json.WriteString("match", NameOf(evidence.Match));
                json.WriteString("path", evidence.Path);
                json.WriteString("earlierPath", evidence.EarlierPath);
                json.WriteString("text", evidence.Text);
                json.WriteEndObject();
            }

            json.WriteEndArray();
        }

        json.WriteEndObject();
    }

    private static string NameOf<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.CamelCase.ConvertName(value.ToString());
}
