using System.Globalization;
using System.Runtime.InteropServices;
using MessagePack;
using Reenact.Events;

namespace Reenact.Recorders;

/// <summary>The first event of a session: who runs it, where, since when.</summary>
internal sealed class SessionStart(SessionInfo info, DateTimeOffset startTime, SessionOrigin? origin = null)
{
    private const int SchemaVersion = 1;

    public void Write(ref MessagePackWriter output, ValueWriteContext values)
    {
        (string Name, string? Text)[] texts =
        [
            ("tenant", info.Tenant),
            ("user", info.User),
            ("agent", info.Agent),
            ("agentVersion", info.AgentVersion),
            ("conversationId", info.ConversationId),
            ("requestId", info.RequestId),
            ("traceParent", info.TraceParent ?? System.Diagnostics.Activity.Current?.Id),
            ("parentSession", origin?.ParentSession.ToString()),
            ("replayId", origin?.ReplayId.ToString()),
            ("replayPlan", origin?.Plan),
            ("runtime", RuntimeInformation.FrameworkDescription),
            ("culture", CultureInfo.CurrentCulture.Name),
            ("timeZone", TimeZoneInfo.Local.Id),
        ];
        var present = texts.Where(entry => entry.Text is not null).ToList();

        output.WriteArrayHeader(6);
        output.Write((byte)EventKind.SessionStarted);
        output.Write((byte)0);
        output.Write((byte)0);
        output.Write(SchemaVersion);
        output.Write(startTime.UtcTicks);
        output.WriteMapHeader(present.Count + 1 + (info.Tags is null ? 0 : 1) + (origin?.ParentEvent is null ? 0 : 1));
        foreach (var (name, text) in present)
        {
            output.Write(name);
            values.WriteText(ref output, text);
        }

        if (origin?.ParentEvent is { } parentEvent)
        {
            output.Write("parentEvent");
            output.Write(parentEvent);
        }

        output.Write("processorCount");
        output.Write(Environment.ProcessorCount);
        if (info.Tags is { } tags)
        {
            output.Write("tags");
            output.WriteMapHeader(tags.Count);
            foreach (var (name, text) in tags.OrderBy(tag => tag.Key, StringComparer.Ordinal))
            {
                values.WriteText(ref output, name);
                values.WriteText(ref output, text);
            }
        }
    }
}
