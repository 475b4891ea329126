namespace Reenact.Events;

/// <summary>Reads the event that says who runs what. Entries that it doesn't know, or whose value is of another type, are left out.</summary>
internal static class SessionStartParser
{
    public static SessionStartedEvent Parse(long sequence, EventHead head, ref EventFields fields)
    {
        var schemaVersion = fields.Choice("schema version");
        var ticks = fields.Integer("start time");
        if (ticks < 0 || ticks > DateTime.MaxValue.Ticks)
            throw new ValueFormatException("its start time is not within the years 1 to 9999");

        var entries = ReadEntries(ref fields);
        return new SessionStartedEvent(sequence, head)
        {
            SchemaVersion = schemaVersion,
            StartTime = new DateTimeOffset(ticks, TimeSpan.Zero),
            Info = new SessionInfo
            {
                Tenant = Text(entries, "tenant"),
                User = Text(entries, "user"),
                Agent = Text(entries, "agent"),
                AgentVersion = Text(entries, "agentVersion"),
                ConversationId = Text(entries, "conversationId"),
                RequestId = Text(entries, "requestId"),
                TraceParent = Text(entries, "traceParent"),
                Tags = Tags(entries),
            },
            ParentSession = Text(entries, "parentSession"),
            ParentEvent = Integer(entries, "parentEvent"),
            ReplayId = Text(entries, "replayId"),
            ReplayPlan = entries.GetValueOrDefault("replayPlan"),
            Runtime = Text(entries, "runtime"),
            Culture = Text(entries, "culture"),
            TimeZone = Text(entries, "timeZone"),
            ProcessorCount = Integer(entries, "processorCount") is >= 0 and <= int.MaxValue and var count ? (int)count : null,
        };
    }

    private static Dictionary<string, RecordedValue> ReadEntries(ref EventFields fields)
    {
        var entries = new Dictionary<string, RecordedValue>(StringComparer.Ordinal);
        if (!fields.HasValue)
            return entries;
        for (var left = fields.Map("session info"); left > 0; left--)
        {
            var name = fields.Text("name of an entry");
            entries[name] = fields.Value();
        }

        return entries;
    }

    private static string? Text(Dictionary<string, RecordedValue> entries, string name) =>
        entries.TryGetValue(name, out var value) && !value.IsNil && IsTextual(value) ? EventText.Read(value.Bytes, value.Blobs) : null;

    private static bool IsTextual(RecordedValue value)
    {
        var cursor = new MessagePackCursor(value.Bytes.Span);
        return cursor.TryReadText(out _) || cursor.TryReadExtension(out _, out _);
    }

    private static long? Integer(Dictionary<string, RecordedValue> entries, string name)
    {
        if (!entries.TryGetValue(name, out var value))
            return null;
        var cursor = new MessagePackCursor(value.Bytes.Span);
        return cursor.TryReadInt64(out var number) ? number : null;
    }

    private static Dictionary<string, string>? Tags(Dictionary<string, RecordedValue> entries)
    {
        if (!entries.TryGetValue("tags", out var value) || value.IsNil)
            return null;

        var fields = new EventFields(value.Bytes, new MessagePackCursor(value.Bytes.Span), value.Blobs);
        var tags = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var left = fields.Map("tags"); left > 0; left--)
        {
            var name = fields.Text("name of a tag");
            tags[name] = fields.Text("tag");
        }

        return tags;
    }
}
