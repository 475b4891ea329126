using System.Buffers;
using System.Text;
using System.Text.Json.Nodes;
using MessagePack;
using Reenact.Events;
using Reenact.Values;

namespace Reenact.Tests.Format;

/// <summary>Events as the independent reader prints them.</summary>
internal static class EventJson
{
    public static JsonObject Of(RecordedEvent found)
    {
        var json = new JsonObject
        {
            ["sequence"] = found.Sequence,
            ["kind"] = (int)found.Kind,
            ["time"] = found.Time.Ticks,
            ["span"] = found.Span,
        };
        foreach (var (name, value) in Fields(found))
            json[name] = value;
        return json;
    }

    private static List<(string Name, JsonNode? Value)> Fields(RecordedEvent found) => found switch
    {
        SessionStartedEvent e => [("schemaVersion", e.SchemaVersion), ("startTime", e.StartTime.UtcTicks), ("info", Info(e))],
        CallStartedEvent e => [("parentSpan", e.ParentSpan), ("method", e.Method.Name), ("arguments", Array(e.Arguments)), ("agent", e.Agent), ("live", e.Live)],
        CallReturnedEvent e => [("result", Value(e.Result)), ("outs", Array(e.Outs)), ("completion", (int)e.Completion)],
        CallFailedEvent e =>
        [
            ("type", e.Failure.Type), ("message", e.Failure.Message), ("code", Value(e.Failure.Code)), ("canceled", e.Failure.Canceled),
            ("data", Value(e.Failure.Data)), ("outs", Array(e.Outs)), ("inner", Inner(e.Failure.Inner)), ("completion", (int)e.Completion),
            ("hresult", e.Failure.HResult), ("properties", Texts(e.Failure.Properties)), ("furtherInner", Inners(e.Failure.FurtherInner)),
            ("baseTypes", BaseTypes(e.Failure.BaseTypes)), ("others", Inners(e.Others)),
        ],
        StreamItemEvent e => [("item", Value(e.Item)), ("completion", (int)e.Completion)],
        StreamEndedEvent e => [("how", (int)e.Ending), ("completion", (int)e.Completion)],
        ValueCapturedEvent e => [("source", (int)e.Source), ("name", e.Name), ("value", Value(e.Value))],
        SnapshotEvent e => [("name", e.Name), ("version", e.Version), ("delta", e.IsDelta ? 1 : 0), ("state", Value(e.State))],
        EnvironmentEvent e =>
        [
            ("what", (int)e.Environment), ("name", e.Name), ("version", e.Version),
            ("contentHash", e.ContentHash.IsEmpty ? null : Bytes(e.ContentHash.ToArray())), ("content", Value(e.Content)),
        ],
        DecisionEvent e => [("name", e.Name), ("chosen", Value(e.Chosen)), ("alternatives", Array(e.Alternatives)), ("rationale", e.Rationale)],
        LinkEvent e => [("from", Value(e.From)), ("to", Value(e.To)), ("relation", (int)e.Relation)],
        NoteEvent e => [("author", e.Author), ("text", e.Text)],
        SessionEndedEvent e => [("outcome", (int)e.Outcome), ("errorCode", e.ErrorCode), ("message", e.Message), ("finalOutput", Value(e.FinalOutput)), ("exactness", (int)e.Exactness), ("freeCause", (int?)e.FreeCause), ("freeSince", e.FreeSince)],
        ProgressEvent e => [("value", Value(e.Value)), ("parameter", e.Parameter), ("completion", (int)e.Completion)],
        DefinitionEvent e =>
        [
            ("id", e.Id), ("name", e.Name), ("callKind", e.Method is null ? null : (int)e.Method.Kind),
            ("parameters", e.Method is null ? null : Names(e.Method.ParameterNames)),
            ("signature", e.Method?.Signature ?? 0), ("ignored", e.Method?.IgnoredInMatch ?? 0),
            ("outNames", Names(e.Method?.OutNames ?? [])), ("progressNames", Names(e.Method?.ProgressNames ?? [])),
        ],
        BlobEvent e => [("id", e.Id), ("content", Bytes(e.Content.ToArray()))],
        LogEvent e => [("level", e.Level), ("category", e.Category), ("message", e.Message), ("exception", e.Exception)],
        ResumedEvent e => [("flow", e.Flow), ("continuations", e.Continuations)],
        UnknownEvent e => [("elements", new JsonArray([.. Node(e.Bytes, new NoBlobs()).AsArray().Skip(3).Select(node => node?.DeepClone())]))],
        _ => throw new NotSupportedException(found.GetType().Name),
    };

    private static JsonArray Names(IReadOnlyList<string> names) => new([.. names.Select(name => (JsonNode)name)]);

    private static JsonObject Info(SessionStartedEvent e)
    {
        var entries = new List<(string Name, JsonNode? Value)>
        {
            ("tenant", e.Info.Tenant), ("user", e.Info.User), ("agent", e.Info.Agent), ("agentVersion", e.Info.AgentVersion),
            ("conversationId", e.Info.ConversationId), ("requestId", e.Info.RequestId), ("traceParent", e.Info.TraceParent),
            ("parentSession", e.ParentSession), ("parentEvent", e.ParentEvent), ("replayId", e.ReplayId),
            ("replayPlan", e.ReplayPlan.IsNil ? null : Value(e.ReplayPlan)),
            ("runtime", e.Runtime), ("culture", e.Culture), ("timeZone", e.TimeZone), ("processorCount", e.ProcessorCount),
            ("tags", e.Info.Tags is null ? null : Map(e.Info.Tags.Select(tag => ((JsonNode?)tag.Key, (JsonNode?)tag.Value)))),
        };
        return Map(entries.Where(entry => entry.Value is not null).Select(entry => ((JsonNode?)entry.Name, entry.Value)));
    }

    private static JsonArray? Inner(RecordedFailure? failure) => failure is null ? null
        :
        [
            failure.Type, failure.Message, Value(failure.Code), failure.Canceled, Value(failure.Data), Inner(failure.Inner), failure.HResult,
            Texts(failure.Properties), Inners(failure.FurtherInner), BaseTypes(failure.BaseTypes),
        ];

    /// <summary>What is not there and what is empty read the same, and the independent reader prints nil.</summary>
    private static JsonArray? Inners(IReadOnlyList<RecordedFailure> failures) => failures.Count == 0 ? null : [.. failures.Select(Inner)];

    private static JsonArray? BaseTypes(IReadOnlyList<string> names) => names.Count == 0 ? null : Names(names);

    private static JsonObject? Texts(IReadOnlyDictionary<string, string?> texts) => texts.Count == 0 ? null
        : new JsonObject { ["map"] = new JsonArray([.. texts.Select(text => new JsonArray(text.Key, text.Value))]) };

    private static JsonArray Array(IEnumerable<RecordedValue> values) => new([.. values.Select(Value)]);

    public static JsonNode? Value(RecordedValue value) => value.IsNil ? null : Node(value.Bytes, value.Blobs);

    private static JsonNode Node(ReadOnlyMemory<byte> bytes, IBlobSource blobs)
    {
        var reader = new MessagePackReader(bytes);
        return Read(ref reader, blobs)!;
    }

    private static JsonNode? Read(ref MessagePackReader reader, IBlobSource blobs)
    {
        switch (reader.NextMessagePackType)
        {
            case MessagePackType.Nil:
                reader.ReadNil();
                return null;
            case MessagePackType.Boolean:
                return reader.ReadBoolean();
            case MessagePackType.Integer:
                return reader.NextCode is MessagePackCode.UInt64 ? reader.ReadUInt64() : reader.ReadInt64();
            case MessagePackType.Float:
                return new JsonObject { ["float"] = Convert.ToHexStringLower(BitConverter.GetBytes(reader.ReadDouble()).Reverse().ToArray()) };
            case MessagePackType.String:
                return reader.ReadString();
            case MessagePackType.Binary:
                return Bytes(reader.ReadBytes()!.Value.ToArray());
            case MessagePackType.Array:
                var array = new JsonArray();
                for (var left = reader.ReadArrayHeader(); left > 0; left--)
                    array.Add(Read(ref reader, blobs));
                return array;
            case MessagePackType.Map:
                var entries = new List<(JsonNode?, JsonNode?)>();
                for (var left = reader.ReadMapHeader(); left > 0; left--)
                    entries.Add((Read(ref reader, blobs), Read(ref reader, blobs)));
                return Map(entries);
            default:
                return Extension(reader.ReadExtensionFormat(), blobs);
        }
    }

    private static JsonNode Extension(ExtensionResult extension, IBlobSource blobs)
    {
        if (extension.TypeCode == 4)
            return new JsonObject { ["erased"] = true };
        if (extension.TypeCode == 5)
            return Hashed(extension.Data.ToArray());
        if (extension.TypeCode == 6)
            return Encrypted(new MessagePackReader(extension.Data));
        if (extension.TypeCode is not (1 or 2))
            return new JsonObject { ["extension"] = extension.TypeCode, ["data"] = Convert.ToHexStringLower(extension.Data.ToArray()) };

        var content = new List<byte>();
        var ids = new MessagePackReader(extension.Data);
        while (!ids.End)
            content.AddRange(blobs.Get(ids.ReadUInt32()).Span);
        return extension.TypeCode == 1 ? Encoding.UTF8.GetString([.. content]) : Bytes([.. content]);
    }

    private static JsonObject Hashed(byte[] body) =>
        new() { ["key"] = Convert.ToHexStringLower(body.AsSpan(0, Math.Min(8, body.Length))), ["hash"] = Convert.ToHexStringLower(body.AsSpan(Math.Min(8, body.Length))) };

    private static JsonObject Encrypted(MessagePackReader body)
    {
        body.ReadArrayHeader();
        var encrypted = new JsonObject { ["encrypted"] = body.ReadString() };
        foreach (var (name, part) in Hashed(body.ReadBytes()!.Value.ToArray()))
            encrypted[name] = part!.GetValue<string>();
        encrypted["nonce"] = Convert.ToHexStringLower(body.ReadBytes()!.Value.ToArray());
        encrypted["sealed"] = Convert.ToHexStringLower(body.ReadBytes()!.Value.ToArray());
        return encrypted;
    }

    private static JsonObject Bytes(byte[] bytes) => new() { ["bytes"] = Convert.ToHexStringLower(bytes) };

    private static JsonObject Map(IEnumerable<(JsonNode? Key, JsonNode? Value)> entries) =>
        new() { ["map"] = new JsonArray([.. entries.Select(entry => new JsonArray(entry.Key, entry.Value))]) };

    /// <summary>Unknown events of these tests refer to none.</summary>
    private sealed class NoBlobs : IBlobSource
    {
        public ReadOnlyMemory<byte> Get(uint id) => throw new ValueFormatException();
    }
}
