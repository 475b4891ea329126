namespace Reenact.Format;

/// <summary>A recording in memory, laid out as in a file. Thread-safe.</summary>
public sealed class MemoryBlockStore : IBlockStore
{
    private readonly Lock gate = new();
    private byte[] bytes;
    private int length;

    /// <summary>Makes an empty one.</summary>
    public MemoryBlockStore()
        : this(default)
    {
    }

    /// <summary>Makes one that holds a copy of the bytes of a recording file.</summary>
    public MemoryBlockStore(ReadOnlySpan<byte> recording)
    {
        bytes = recording.ToArray();
        length = bytes.Length;
    }

    /// <inheritdoc/>
    public string Name => "(memory)";

    /// <inheritdoc/>
    public long Length
    {
        get
        {
            lock (gate)
                return length;
        }
    }

    /// <summary>A copy of everything stored, as it would stand in a file.</summary>
    public byte[] ToArray()
    {
        lock (gate)
            return bytes.AsSpan(0, length).ToArray();
    }

    /// <inheritdoc/>
    public void WritePreamble(ReadOnlySpan<byte> preamble) => Write(0, preamble);

    /// <inheritdoc/>
    public void WriteBlock(BlockAddress address, ReadOnlySpan<byte> block) => Write(address.Offset, block);

    /// <inheritdoc/>
    public void WriteTrailer(BlockAddress address, ReadOnlySpan<byte> trailer) => Write(address.Offset, trailer);

    /// <inheritdoc/>
    public void Flush(bool durable)
    {
    }

    /// <inheritdoc/>
    public void Truncate(BlockAddress address)
    {
        lock (gate)
            length = (int)Math.Min(length, address.Offset);
    }

    /// <inheritdoc/>
    public ReadOnlyMemory<byte> ReadPreamble() => Read(0, BlockLayout.PreambleSize);

    /// <inheritdoc/>
    public ReadOnlyMemory<byte> ReadBlock(BlockAddress address)
    {
        var blockLength = address.Length;
        if (blockLength == 0)
        {
            var header = Read(address.Offset, BlockLayout.HeaderSize);
            if (header.Length < BlockLayout.HeaderSize || (blockLength = BlockLayout.BlockLength(header.Span)) == 0)
                return header;
        }

        return Read(address.Offset, blockLength);
    }

    /// <inheritdoc/>
    public ReadOnlyMemory<byte> ReadTrailer()
    {
        var end = Length;
        return Read(Math.Max(0, end - BlockLayout.TrailerSize), BlockLayout.TrailerSize);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
    }

    private void Write(long offset, ReadOnlySpan<byte> source)
    {
        lock (gate)
        {
            var end = checked((int)(offset + source.Length));
            if (end > bytes.Length)
                Array.Resize(ref bytes, Math.Max(end, bytes.Length * 2));
            source.CopyTo(bytes.AsSpan((int)offset));
            length = Math.Max(length, end);
        }
    }

    private ReadOnlyMemory<byte> Read(long offset, int count)
    {
        lock (gate)
        {
            return offset < 0 || offset >= length
                ? default
                : bytes.AsSpan((int)offset, (int)Math.Min(count, length - offset)).ToArray();
        }
    }
}
