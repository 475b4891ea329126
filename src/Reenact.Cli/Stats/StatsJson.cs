using Reenact.Format;

namespace Reenact.Cli;

/// <summary>The document of <c>reenact stats --json</c>; docs/cli.md describes it.</summary>
internal static class StatsJson
{
    public static void Write(Recording recording, RecordingStats stats, TextWriter output)
    {
        using var document = new JsonDocumentWriter(output);
        var json = document.Json;
        json.WriteStartObject();
        json.WriteString("file", recording.Path);
        json.WriteString("sessionId", recording.SessionId);
        json.WriteString("state", Words.Json(recording.State));
        json.WriteNumber("bytes", stats.Length);
        json.WriteStartObject("blocks");
        foreach (var (type, amount) in stats.Blocks)
        {
            // A number that a newer writer made stays a number.
            Write(document, Words.Json(type), amount);
        }

        json.WriteEndObject();
        json.WriteNumber("framingBytes", stats.FramingBytes);
        json.WriteNumber("contentBytes", stats.ContentBytes);
        json.WriteNumber("storedContentBytes", stats.Blocks.GetValueOrDefault(BlockType.Events).Bytes);
        Write(document, "repeated", stats.Repeated);
        json.WriteStartObject("events");
        foreach (var (kind, amount) in stats.Events.OrderBy(pair => pair.Key))
        {
            Write(document, Words.Json(kind), amount);
        }

        json.WriteEndObject();
        json.WriteStartArray("methods");
        foreach (var (method, amount) in stats.Methods)
        {
            json.WriteStartObject();
            json.WriteString("method", method);
            json.WriteNumber("calls", amount.Count);
            json.WriteNumber("bytes", amount.Bytes);
            json.WriteEndObject();
            document.HandOver();
        }

        json.WriteEndArray();
        json.WriteNumber("eventsInTail", recording.EventsInTail);
        document.Member("problem", stats.Problem.Length == 0 ? null : stats.Problem);
        json.WriteEndObject();
    }

    private static void Write(JsonDocumentWriter document, string name, Amount amount)
    {
        document.Json.WriteStartObject(name);
        document.Json.WriteNumber("count", amount.Count);
        document.Json.WriteNumber("bytes", amount.Bytes);
        document.Json.WriteEndObject();
    }
}
