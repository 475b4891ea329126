namespace Reenact.Recorders;

/// <summary>
/// Keeps events of a log back: from the first that must not be written yet on, all of them wait, in their order and with their numbers. All events of
/// a session that keeps some back come by here. Thread-safe.
/// </summary>
/// <param name="log">The log.</param>
/// <param name="first">The number that its next event gets.</param>
internal sealed class HeldEvents(EventLog log, long first)
{
    /// <summary>When more bytes are kept back, all is written as it is.</summary>
    private const long MostHeld = 16 << 20;

    private readonly Lock gate = new();
    private readonly Queue<HeldEvent> waiting = new();
    private long bytes;

    private long next = first;

    /// <summary>The number that the next event gets.</summary>
    public long Next => Volatile.Read(ref next);

    /// <summary>Appends an event behind those that wait.</summary>
    /// <returns>Its sequence number; −1 after the end.</returns>
    public long Append(ReadOnlySpan<byte> head, ReadOnlySpan<byte> tail, EventLog.Step step, uint span, uint parent, bool isLast)
    {
        lock (gate)
        {
            if (isLast)
            {
                WriteWaiting(all: true);
            }

            if (waiting.Count > 0)
            {
                return Keep(new HeldEvent([.. head, .. tail]), step, span, parent);
            }

            var number = log.Write(head, tail, step, span, parent, isLast);
            next = Math.Max(next, number + 1);
            return number;
        }
    }

    /// <summary>Appends an event that is written when <see cref="Change"/> says so.</summary>
    public HeldEvent Hold(ReadOnlySpan<byte> encoded, EventLog.Step step, uint span, uint parent)
    {
        var held = new HeldEvent(encoded.ToArray()) { IsReady = false };
        lock (gate)
        {
            Keep(held, step, span, parent);
        }

        return held;
    }

    /// <summary>Changes an event that is kept back, and writes what is ready.</summary>
    public void Change(HeldEvent held, byte[] content, bool isReady)
    {
        lock (gate)
        {
            bytes += content.Length - held.Bytes.Length;
            held.Bytes = content;
            held.IsReady = isReady;
            WriteWaiting(all: false);
        }
    }

    private long Keep(HeldEvent held, EventLog.Step step, uint span, uint parent)
    {
        waiting.Enqueue(held);
        bytes += held.Bytes.Length;
        var number = next++;
        log.NoteKept(step, span, parent, (ulong)number);
        if (bytes > MostHeld)
        {
            WriteWaiting(all: true);
        }

        return number;
    }

    private void WriteWaiting(bool all)
    {
        while (waiting.TryPeek(out var first) && (all || first.IsReady))
        {
            waiting.Dequeue();
            bytes -= first.Bytes.Length;
            log.Write(first.Bytes, default, EventLog.Step.None, span: 0, parent: 0, isLast: false);
        }
    }
}
