namespace Reenact.Format;

/// <summary>
/// A piece of memory that holds consecutive events, each in a frame of length, checksum and event. It is at a fixed place for as long as its
/// owner is reachable. Not thread-safe.
/// </summary>
internal sealed unsafe class EventChunk
{
    private readonly byte* start;
    private readonly object owner;
    private int used;

    /// <summary>Takes memory over.</summary>
    /// <param name="start">Where it begins; a multiple of 8.</param>
    /// <param name="size">Its length in bytes.</param>
    /// <param name="owner">Keeps the memory where it is.</param>
    public EventChunk(byte* start, int size, object owner)
    {
        this.start = start;
        this.owner = owner;
        Size = size;
    }

    /// <summary>Its length in bytes.</summary>
    public int Size { get; }

    /// <summary>The bytes of the events, without frames.</summary>
    public int Bytes { get; private set; }

    /// <summary>The number of events.</summary>
    public int Count { get; private set; }

    /// <summary>How large a chunk must be for one event.</summary>
    public static int SizeFor(int eventLength) => TailLayout.ChunkHeader + TailLayout.FrameLength(eventLength);

    /// <summary>Empties it, for events from a number on. What stood there fits no number that comes.</summary>
    public void Begin(ulong firstSequence)
    {
        Volatile.Write(ref *(ulong*)(start + 8), firstSequence);
        used = TailLayout.ChunkHeader;
        Bytes = 0;
        Count = 0;
    }

    /// <summary>Adds an event, of two parts. It counts as written, for who reads this memory after a crash, with the last store.</summary>
    /// <returns>False when it doesn't fit.</returns>
    public bool TryAdd(ReadOnlySpan<byte> head, ReadOnlySpan<byte> rest, Crc32C seed, ulong sequence, uint eventCheck)
    {
        var length = head.Length + rest.Length;
        var frame = start + used;
        var end = used + TailLayout.FrameLength(length);
        if (end > Size)
        {
            return false;
        }

        head.CopyTo(new Span<byte>(frame + TailLayout.FrameHeader, head.Length));
        if (!rest.IsEmpty)
        {
            rest.CopyTo(new Span<byte>(frame + TailLayout.FrameHeader + head.Length, rest.Length));
        }

        Volatile.Write(ref *(ulong*)frame, (uint)length | ((ulong)TailLayout.FrameCheck(seed, sequence, length, eventCheck) << 32));
        used = end;
        Bytes += length;
        Count++;
        return true;
    }

    /// <summary>Copies the events, one after the other without frames.</summary>
    /// <param name="body">At least <see cref="Bytes"/> long.</param>
    /// <returns>How many bytes that were.</returns>
    public int CopyTo(Span<byte> body)
    {
        var copied = 0;
        for (var at = TailLayout.ChunkHeader; at < used;)
        {
            var length = *(int*)(start + at);
            new ReadOnlySpan<byte>(start + at + TailLayout.FrameHeader, length).CopyTo(body[copied..]);
            copied += length;
            at += TailLayout.FrameLength(length);
        }

        GC.KeepAlive(owner);
        return copied;
    }
}
