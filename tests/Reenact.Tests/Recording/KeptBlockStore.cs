using Reenact.Format;

namespace Reenact.Tests.Recorders;

/// <summary>A store in memory that can be read after it was disposed, and whose disk can fill up.</summary>
internal sealed class KeptBlockStore(byte[]? recording = null) : IBlockStore
{
    private readonly MemoryBlockStore inner = new(recording);

    /// <summary>Whether writing fails from now on.</summary>
    public bool IsFull { get; set; }

    /// <summary>Whether nothing can be made durable.</summary>
    public bool FlushFails { get; init; }

    /// <summary>Is told of each block before it is written, and may keep it waiting.</summary>
    public Action? Writing { get; set; }

    public int DurableFlushes { get; private set; }

    public byte[] Bytes => inner.ToArray();

    public string Name => "(kept)";

    public long Length => inner.Length;

    public void WritePreamble(ReadOnlySpan<byte> preamble) => inner.WritePreamble(preamble);

    public void WriteBlock(BlockAddress address, ReadOnlySpan<byte> block)
    {
        Writing?.Invoke();
        if (IsFull)
        {
            inner.WriteBlock(address, block[..(block.Length / 2)]);
            throw new RecordingException("The disk of (kept) is full.");
        }

        inner.WriteBlock(address, block);
    }

    public void WriteTrailer(BlockAddress address, ReadOnlySpan<byte> trailer) => inner.WriteTrailer(address, trailer);

    public void Flush(bool durable)
    {
        if (durable)
        {
            DurableFlushes += FlushFails ? throw new RecordingException("The disk of (kept) does not answer.") : 1;
        }
    }

    public void Truncate(BlockAddress address) => inner.Truncate(address);

    public ReadOnlyMemory<byte> ReadPreamble() => inner.ReadPreamble();

    public ReadOnlyMemory<byte> ReadBlock(BlockAddress address) => inner.ReadBlock(address);

    public ReadOnlyMemory<byte> ReadTrailer() => inner.ReadTrailer();

    public void Dispose()
    {
        // What was recorded is read afterwards.
    }
}
