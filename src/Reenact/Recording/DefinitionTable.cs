using MessagePack;
using Reenact.Events;
using Reenact.Sessions;
using Reenact.Shims;

namespace Reenact.Recorders;

/// <summary>Gives each method that a session calls a number, and defines it in the recording before its first use. Thread-safe.</summary>
internal sealed class DefinitionTable(ActiveSession session, EventLog log, SessionClock clock, ResumePoint? from = null)
{
    private readonly Lock gate = new();
    private volatile uint[] ids = [];
    private uint last = from?.LastDefinition ?? 0;

    public uint IdOf(RecordedMethod method)
    {
        var known = ids;
        return (uint)method.Index < (uint)known.Length && known[method.Index] is var id and not 0 ? id : Define(method);
    }

    private uint Define(RecordedMethod method)
    {
        lock (gate)
        {
            if (method.Index >= ids.Length)
            {
                var larger = new uint[Math.Max(16, (method.Index + 1) * 2)];
                ids.CopyTo(larger, 0);
                ids = larger;
            }

            if (ids[method.Index] == 0)
            {
                Volatile.Write(ref ids[method.Index], Append(last + 1, method));
            }

            return ids[method.Index];
        }
    }

    /// <returns>The id: another one where a session that goes on has defined the same method before.</returns>
    private uint Append(uint id, RecordedMethod method)
    {
        var encoder = EventEncoder.Rent(session);
        var writer = encoder.Writer();
        var outward = method.Reports.Length > 0 ? 2 : method.Outputs.Length > 0 ? 1 : 0;
        writer.WriteArrayHeader(9 + outward);
        writer.Write((byte)EventKind.Definition);
        writer.Write(clock.Now);
        writer.Write((byte)0);
        writer.Write(id);
        writer.Write(method.Name);
        writer.Write((byte)method.Kind);
        WriteNames(ref writer, method.Parameters);
        writer.Write(method.Signature);
        writer.Write(method.IgnoredInMatch);
        if (outward > 0)
        {
            WriteNames(ref writer, method.Outputs);
        }

        if (outward > 1)
        {
            WriteNames(ref writer, method.Reports);
        }

        writer.Flush();
        if (from?.Definitions.TryGetValue(ResumePoint.Identify(encoder.Written), out var known) == true)
        {
            id = known;
        }
        else
        {
            log.Append(encoder.Written);
            last = id;
        }

        encoder.Return();
        return id;
    }

    private static void WriteNames(ref MessagePackWriter writer, string[] names)
    {
        writer.WriteArrayHeader(names.Length);
        foreach (var name in names)
        {
            writer.Write(name);
        }
    }
}
