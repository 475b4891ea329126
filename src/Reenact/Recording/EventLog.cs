using Reenact.Sessions;

namespace Reenact.Recorders;

/// <summary>
/// The order of a session's events: each is encoded before it comes here, gets its sequence number by being copied into the
/// block in progress under a short lock, and leaves with the block for the background writer. Thread-safe.
/// </summary>
internal sealed class EventLog(BackgroundWriter writer)
{
    /// <summary>
    /// Blocks are handed over at this size, in bytes: large enough to compress well. Each turn of an agent sends the conversation
    /// again, which costs next to nothing in the block that has it already: 200 recorded sessions take 1.47 MB, and 1.70 MB with
    /// blocks of 128 KiB.
    /// </summary>
    private const int BlockSize = 512 * 1024;

    private readonly OverlapWatch overlaps = new();
    private EventBlock? block = new(0, BlockSize);
    private ulong sequence;

    // Held for the copy of one event; not readonly, because a spin lock is a mutable struct.
    private SpinLock gate = new(enableThreadOwnerTracking: false);

    /// <summary>What an event says of the calls that are open.</summary>
    private enum Step
    {
        None,
        Start,
        End,
        Inside,
        Unordered,
    }

    /// <summary>Whether two calls were in flight at once, neither inside the other; those inside a recorded call don't count.</summary>
    public bool Overlapped => overlaps.Overlapped;

    /// <summary>Appends an event that belongs to no call, or to none in particular.</summary>
    /// <returns>Its sequence number; −1 after the end.</returns>
    public long Append(ReadOnlySpan<byte> head, ReadOnlySpan<byte> tail = default) => Append(head, tail, Step.None, span: 0, parent: 0);

    /// <summary>Appends what code read, or says of itself.</summary>
    /// <returns>Its sequence number; −1 after the end.</returns>
    public long AppendCapture(ReadOnlySpan<byte> encoded, CallContext reader) =>
        Append(encoded, default, reader.IsServed ? Step.None : Step.Inside, reader.Span, parent: 0);

    /// <summary>Appends the start of a call.</summary>
    /// <returns>Its sequence number; −1 after the end.</returns>
    public long AppendStart(ReadOnlySpan<byte> encoded, uint span, CallContext parent) =>
        Append(encoded, default, parent.IsServed ? Step.None : Step.Start, span, parent.Span);

    /// <summary>Appends the end of a call.</summary>
    public void AppendEnd(ReadOnlySpan<byte> encoded, uint span, CallContext parent) =>
        Append(encoded, default, parent.IsServed ? Step.None : Step.End, span, parent.Span);

    /// <summary>Says that a stream runs again, because code asks it for an item.</summary>
    public void NoteResumed(uint span, uint consumer) => Note(Step.Start, span, consumer);

    /// <summary>Says that nothing of a stream runs until it is asked for an item.</summary>
    public void NoteSuspended(uint span) => Note(Step.End, span, parent: 0);

    /// <summary>Says that something happened whose order a replay can't know.</summary>
    public void NoteUnordered() => Note(Step.Unordered, span: 0, parent: 0);

    /// <summary>Hands the events so far to the writer, as a block of their own.</summary>
    public void Cut() => HandOver(close: false, default);

    /// <summary>Appends the last event, hands over what there is and takes no more events.</summary>
    public void Close(ReadOnlySpan<byte> last) => HandOver(close: true, last);

    private long Append(ReadOnlySpan<byte> head, ReadOnlySpan<byte> tail, Step step, uint span, uint parent)
    {
        var full = false;
        var taken = false;
        long number;
        try
        {
            gate.Enter(ref taken);

            Watch(step, span, parent);
            number = block is null ? -1 : (long)sequence;
            full = Add(head, tail);
        }
        finally
        {
            if (taken)
            {
                gate.Exit(useMemoryBarrier: false);
            }
        }

        if (full)
        {
            writer.WaitForRoom(); // Outside the lock: whoever fills a block waits when the disk is far behind.
        }

        return number;
    }

    private void Note(Step step, uint span, uint parent)
    {
        var taken = false;
        try
        {
            gate.Enter(ref taken);
            Watch(step, span, parent);
        }
        finally
        {
            if (taken)
            {
                gate.Exit(useMemoryBarrier: false);
            }
        }
    }

    private void Watch(Step step, uint span, uint parent)
    {
        switch (step)
        {
            case Step.Start:
                overlaps.Started(span, parent);
                break;
            case Step.End:
                overlaps.Ended(span);
                break;
            case Step.Inside:
                overlaps.NoteCode(span);
                break;
            case Step.Unordered:
                overlaps.NoteUnordered();
                break;
        }
    }

    private void HandOver(bool close, ReadOnlySpan<byte> last)
    {
        var taken = false;
        try
        {
            gate.Enter(ref taken);
            if (!last.IsEmpty)
            {
                Add(last, default);
            }

            if (block is { Count: > 0 })
            {
                Hand(BlockSize);
            }

            if (close)
            {
                block?.Recycle();
                block = null;
            }
        }
        finally
        {
            if (taken)
            {
                gate.Exit(useMemoryBarrier: false);
            }
        }
    }

    /// <summary>Adds an event.</summary>
    /// <returns>Whether a block was handed over.</returns>
    private bool Add(ReadOnlySpan<byte> head, ReadOnlySpan<byte> tail)
    {
        if (block is null)
        {
            return false; // The session has ended: the code that still runs is no part of it.
        }

        var full = !block.TryAdd(head, tail);
        if (full)
        {
            Hand(Math.Max(BlockSize, head.Length + tail.Length));
            block.TryAdd(head, tail);
        }

        sequence++;
        return full;
    }

    private void Hand(int capacity)
    {
        var full = block!;
        block = new EventBlock(sequence, capacity);
        if (full.Count == 0)
        {
            full.Recycle();
        }
        else
        {
            writer.Write(full);
        }
    }
}
