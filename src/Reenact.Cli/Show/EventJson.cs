using Reenact.Events;

namespace Reenact.Cli;

/// <summary>Writes the members of one event; <c>methods</c> finds the method of a call.</summary>
internal static class EventJson
{
    public static void Write(JsonDocumentWriter document, RecordedEvent happened, Func<long, MethodDefinition?> methods)
    {
        var json = document.Json;
        json.WriteNumber("sequence", happened.Sequence);
        json.WriteString("kind", Words.Json(happened.Kind));
        document.Member("time", happened.Time);
        document.Member("span", happened.Span == 0 ? null : happened.Span);
        switch (happened)
        {
            case SessionStartedEvent started:
                Started(document, started);
                break;
            case CallStartedEvent call:
                Call(document, call);
                break;
            case CallReturnedEvent returned:
                document.Member("result", returned.Result);
                Outs(document, methods, returned.Span, returned.Outs);
                document.Member("completion", Words.Json(returned.Completion));
                break;
            case CallFailedEvent failed:
                Failure(document, "failure", failed.Failure);
                Failures(document, "others", failed.Others);
                Outs(document, methods, failed.Span, failed.Outs);
                document.Member("completion", Words.Json(failed.Completion));
                break;
            case StreamItemEvent streamed:
                document.Member("item", streamed.Item);
                document.Member("completion", Words.Json(streamed.Completion));
                break;
            case StreamEndedEvent ended:
                document.Member("ending", Words.Json(ended.Ending));
                document.Member("completion", Words.Json(ended.Completion));
                break;
            case ValueCapturedEvent captured:
                document.Member("source", Words.Json(captured.Source));
                document.Member("name", captured.Name);
                document.Member("value", captured.Value);
                break;
            case SnapshotEvent snapshot:
                document.Member("name", snapshot.Name);
                document.Member("version", snapshot.Version);
                json.WriteBoolean("delta", snapshot.IsDelta);
                document.Member("state", snapshot.State);
                break;
            case EnvironmentEvent environment:
                document.Member("environment", Words.Json(environment.Environment));
                document.Member("name", environment.Name);
                document.Member("version", environment.Version);
                document.Member("contentHash", environment.ContentHash.IsEmpty ? null : Convert.ToHexStringLower(environment.ContentHash.Span));
                document.Member("content", environment.Content);
                break;
            case DecisionEvent decision:
                document.Member("name", decision.Name);
                document.Member("chosen", decision.Chosen);
                List(document, "alternatives", decision.Alternatives);
                document.Member("rationale", decision.Rationale);
                break;
            case LinkEvent link:
                document.Member("from", link.From);
                document.Member("to", link.To);
                document.Member("relation", Words.Json(link.Relation));
                break;
            case NoteEvent note:
                document.Member("author", note.Author);
                document.Member("text", note.Text);
                break;
            case SessionEndedEvent ended:
                document.Member("outcome", Words.Json(ended.Outcome));
                document.Member("errorCode", ended.ErrorCode);
                document.Member("message", ended.Message);
                document.Member("finalOutput", ended.FinalOutput);
                document.Member("exactness", Words.Json(ended.Exactness));
                document.Member("freeCause", ended.FreeCause is { } cause ? Words.Json(cause) : null);
                document.Member("freeSince", ended.FreeSince);
                break;
            case ProgressEvent progress:
                document.Member("parameter", methods(progress.Span)?.ProgressNames.ElementAtOrDefault(progress.Parameter));
                document.Member("value", progress.Value);
                document.Member("completion", Words.Json(progress.Completion));
                break;
            case LogEvent log:
                document.Member("level", log.Level);
                document.Member("category", log.Category);
                document.Member("message", log.Message);
                document.Member("exception", log.Exception);
                break;
            case ResumedEvent resumed:
                document.Member("flow", (long)resumed.Flow);
                document.Member("continuations", resumed.Continuations);
                break;
            case UnknownEvent unknown:
                json.WriteBase64String("bytes", unknown.Bytes.Span);
                break;
        }
    }

    private static void Started(JsonDocumentWriter document, SessionStartedEvent started)
    {
        document.Member("schemaVersion", started.SchemaVersion);
        document.Member("runtime", started.Runtime);
        document.Member("culture", started.Culture);
        document.Member("timeZone", started.TimeZone);
        document.Member("processorCount", started.ProcessorCount);
        document.Member("parentSession", started.ParentSession);
        document.Member("parentEvent", started.ParentEvent);
        document.Member("replayId", started.ReplayId);
        document.Member("replayPlan", started.ReplayPlan);
    }

    private static void Call(JsonDocumentWriter document, CallStartedEvent call)
    {
        document.Member("parentSpan", call.ParentSpan == 0 ? null : call.ParentSpan);
        document.Member("method", call.Method.Name);
        document.Member("callKind", Words.Json(call.Method.Kind));
        document.Member("agent", call.Agent);
        if (call.Live)
        {
            document.Json.WriteBoolean("live", true);
        }

        document.Json.WriteStartArray("arguments");
        for (var i = 0; i < call.Arguments.Count; i++)
        {
            document.Json.WriteStartObject();
            document.Member("name", i < call.Method.ParameterNames.Count ? call.Method.ParameterNames[i] : null);
            document.Member("value", call.Arguments[i]);
            document.Json.WriteEndObject();
        }

        document.Json.WriteEndArray();
    }

    private static void Outs(JsonDocumentWriter document, Func<long, MethodDefinition?> methods, long span, IReadOnlyList<RecordedValue> values)
    {
        if (values.Count == 0)
        {
            return;
        }

        var names = methods(span)?.OutNames ?? [];
        document.Json.WriteStartArray("outs");
        for (var i = 0; i < values.Count; i++)
        {
            document.Json.WriteStartObject();
            document.Member("name", i < names.Count ? names[i] : null);
            document.Member("value", values[i]);
            document.Json.WriteEndObject();
        }

        document.Json.WriteEndArray();
    }

    private static void List(JsonDocumentWriter document, string name, IReadOnlyList<RecordedValue> values)
    {
        if (values.Count == 0)
        {
            return;
        }

        document.Json.WriteStartArray(name);
        foreach (var value in values)
        {
            document.Value(value);
        }

        document.Json.WriteEndArray();
    }

    private static void Failure(JsonDocumentWriter document, string? name, RecordedFailure failure)
    {
        if (name is null)
        {
            document.Json.WriteStartObject();
        }
        else
        {
            document.Json.WriteStartObject(name);
        }

        document.Member("type", failure.Type);
        document.Member("message", failure.Message);
        document.Member("code", failure.Code);
        document.Json.WriteBoolean("canceled", failure.Canceled);
        document.Member("data", failure.Data);
        if (failure.HResult is { } result)
        {
            document.Json.WriteNumber("hresult", result);
        }

        if (failure.Properties.Count > 0)
        {
            document.Json.WriteStartObject("properties");
            foreach (var (property, value) in failure.Properties)
            {
                document.Member(property, value);
            }

            document.Json.WriteEndObject();
        }

        if (failure.Inner is { } inner)
        {
            Failure(document, "inner", inner);
        }

        Failures(document, "furtherInner", failure.FurtherInner);
        document.Json.WriteEndObject();
    }

    private static void Failures(JsonDocumentWriter document, string name, IReadOnlyList<RecordedFailure> failures)
    {
        if (failures.Count == 0)
        {
            return;
        }

        document.Json.WriteStartArray(name);
        foreach (var failure in failures)
        {
            Failure(document, null, failure);
        }

        document.Json.WriteEndArray();
    }
}
