using Reenact.Events;
using Reenact.Sessions;
using Reenact.Shims;

namespace Reenact.Recorders;

/// <summary>Gives each method that a session calls a number, and defines it in the recording before its first use. Thread-safe.</summary>
internal sealed class DefinitionTable(ActiveSession session, EventLog log, SessionClock clock)
{
    private readonly Lock gate = new();
    private volatile uint[] ids = [];
    private uint count;

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
                Append(++count, method);
                Volatile.Write(ref ids[method.Index], count);
            }

            return ids[method.Index];
        }
    }

    private void Append(uint id, RecordedMethod method)
    {
        var encoder = EventEncoder.Rent(session);
        var writer = encoder.Writer();
        writer.WriteArrayHeader(9);
        writer.Write((byte)EventKind.Definition);
        writer.Write(clock.Now);
        writer.Write((byte)0);
        writer.Write(id);
        writer.Write(method.Name);
        writer.Write((byte)method.Kind);
        writer.WriteArrayHeader(method.Parameters.Length);
        foreach (var parameter in method.Parameters)
        {
            writer.Write(parameter);
        }

        writer.Write(method.Signature);
        writer.Write(method.IgnoredInMatch);
        writer.Flush();
        log.Append(encoder.Written);
        encoder.Return();
    }
}
