using Reenact.Sessions;

namespace Reenact.Recorders;

/// <summary>
/// The order of a session's events: each is encoded before it comes here, gets its sequence number by being copied into the
/// block in progress under a short lock, and leaves with the block for the background writer. Thread-safe.
/// </summary>
internal sealed class EventLog(BackgroundWriter writer)
{
    /// <summary>Blocks are handed over at this size, in bytes: large enough to compress well.</summary>
    private const int BlockSize = 128 * 1024;

    private readonly Lock gate = new();
    private EventBlock? block = new(0, BlockSize);
    private ulong sequence;
    private int openSpans;

    /// <summary>Whether two calls were in flight at once, neither inside the other.</summary>
    public bool Overlapped { get; private set; }

    public void Append(ReadOnlySpan<byte> encoded) => Append(encoded, default);

    public void Append(ReadOnlySpan<byte> head, ReadOnlySpan<byte> tail)
    {
        lock (gate)
        {
            Add(head, tail);
        }
    }

    /// <summary>Appends a value read by replayed code inside so many spans.</summary>
    public void AppendCapture(ReadOnlySpan<byte> encoded, int depth)
    {
        lock (gate)
        {
            NoteOverlap(depth);
            Add(encoded, default);
        }
    }

    /// <summary>Appends the start of a call made inside so many spans.</summary>
    public void AppendStart(ReadOnlySpan<byte> encoded, int depth)
    {
        lock (gate)
        {
            NoteOverlap(depth);
            openSpans++;
            Add(encoded, default);
        }
    }

    public void AppendEnd(ReadOnlySpan<byte> encoded)
    {
        lock (gate)
        {
            openSpans--;
            Add(encoded, default);
        }
    }

    /// <summary>Hands the events so far to the writer, as a block of their own.</summary>
    public void Cut()
    {
        lock (gate)
        {
            if (block is { Count: > 0 })
            {
                Hand(BlockSize);
            }
        }
    }

    /// <summary>Hands over what there is and takes no more events.</summary>
    public void Close()
    {
        lock (gate)
        {
            if (block is { } last)
            {
                block = null;
                writer.Write(last);
            }
        }
    }

    /// <summary>Only the spans around the running code may be open; any other is a call in flight at the same time.</summary>
    private void NoteOverlap(int depth) => Overlapped |= openSpans != depth;

    private void Add(ReadOnlySpan<byte> head, ReadOnlySpan<byte> tail)
    {
        if (block is null)
        {
            return; // The session has ended: the code that still runs is no part of it.
        }

        if (!block.TryAdd(head, tail))
        {
            Hand(Math.Max(BlockSize, head.Length + tail.Length));
            block.TryAdd(head, tail);
        }

        sequence++;
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
