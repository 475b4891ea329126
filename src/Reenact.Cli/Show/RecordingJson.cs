using System.Globalization;
using System.Text.Json;
using Reenact.Events;

namespace Reenact.Cli;

/// <summary>The document of <c>reenact show --json</c>; docs/cli.md describes it.</summary>
internal static class RecordingJson
{
    public static void Write(Recording recording, TextWriter output)
    {
        using var document = new JsonDocumentWriter(output);
        var json = document.Json;
        json.WriteStartObject();
        json.WriteString("file", recording.Path);
        json.WriteString("sessionId", recording.SessionId);
        document.Member("keyId", recording.KeyId?.ToString());
        Session(document, recording);
        Summary(document, recording.Summary);
        json.WriteStartArray("events");
        foreach (var happened in recording.ReadEvents())
        {
            if (happened is not (BlobEvent or DefinitionEvent))
            {
                json.WriteStartObject();
                EventJson.Write(document, happened, span => recording.FindCall(span)?.Method);
                json.WriteEndObject();
                document.HandOver();
            }
        }

        json.WriteEndArray();

        // After the events: damage is found by reading them.
        json.WriteString("state", Words.Json(recording.State));
        json.WriteNumber("eventsInTail", recording.EventsInTail);
        Problems(json, recording.Problems);
        json.WriteEndObject();
    }

    private static void Session(JsonDocumentWriter document, Recording recording)
    {
        var info = recording.Info;
        document.Json.WriteStartObject("session");
        document.Member("startTime", recording.StartTime?.UtcDateTime.ToString("o", CultureInfo.InvariantCulture));
        document.Member("agent", info.Agent);
        document.Member("agentVersion", info.AgentVersion);
        document.Member("tenant", info.Tenant);
        document.Member("user", info.User);
        document.Member("conversationId", info.ConversationId);
        document.Member("requestId", info.RequestId);
        document.Member("traceParent", info.TraceParent);
        if (info.Tags is { } tags)
        {
            document.Json.WriteStartObject("tags");
            foreach (var (name, value) in tags)
            {
                document.Json.WriteString(name, value);
            }

            document.Json.WriteEndObject();
        }

        document.Json.WriteEndObject();
    }

    private static void Summary(JsonDocumentWriter document, RecordingSummary summary)
    {
        var json = document.Json;
        json.WriteStartObject("summary");
        document.Member("outcome", summary.Outcome is { } outcome ? Words.Json((Outcome)outcome) : null);
        document.Member("errorCode", summary.ErrorCode);
        document.Member("duration", summary.Duration);
        document.Member("exactness", summary.Exactness is { } exactness ? Words.Json(exactness) : null);
        json.WriteStartObject("calls");
        foreach (var (kind, count) in summary.Calls)
        {
            json.WriteNumber(Words.Json(kind), count);
        }

        json.WriteEndObject();
        json.WriteNumber("failedCalls", summary.FailedCalls);
        json.WriteNumber("inputTokens", summary.InputTokens);
        json.WriteNumber("cachedInputTokens", summary.CachedInputTokens);
        json.WriteNumber("outputTokens", summary.OutputTokens);
        json.WriteStartArray("models");
        foreach (var model in summary.Models)
        {
            json.WriteStringValue(model);
        }

        json.WriteEndArray();
        json.WriteNumber("events", summary.Events);
        json.WriteEndObject();
    }

    private static void Problems(Utf8JsonWriter json, IReadOnlyList<RecordingProblem> problems)
    {
        json.WriteStartArray("problems");
        foreach (var problem in problems)
        {
            json.WriteStartObject();
            json.WriteString("kind", Words.Json(problem.Kind));
            json.WriteNumber("offset", problem.Offset);
            json.WriteString("message", problem.Message);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
