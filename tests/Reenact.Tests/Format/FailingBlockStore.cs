using Reenact.Format;

namespace Reenact.Tests.Format;

/// <summary>A store in memory whose writing operations fail from one of them on, writes half-way, until it is repaired.</summary>
internal sealed class FailingBlockStore(int failFrom) : IBlockStore
{
    private readonly MemoryBlockStore inner = new();
    private int operations;

    public bool Repaired { get; set; }

    public bool Failed { get; private set; }

    public byte[] Bytes => inner.ToArray();

    public string Name => "(failing)";

    public long Length => inner.Length;

    public void WritePreamble(ReadOnlySpan<byte> preamble)
    {
        if (Fails())
        {
            inner.WritePreamble(preamble[..50]);
            throw Error();
        }

        inner.WritePreamble(preamble);
    }

    public void WriteBlock(BlockAddress address, ReadOnlySpan<byte> block)
    {
        if (Fails())
        {
            inner.WriteBlock(address, block[..(block.Length / 2)]);
            throw Error();
        }

        inner.WriteBlock(address, block);
    }

    public void WriteTrailer(BlockAddress address, ReadOnlySpan<byte> trailer)
    {
        if (Fails())
        {
            inner.WriteTrailer(address, trailer[..7]);
            throw Error();
        }

        inner.WriteTrailer(address, trailer);
    }

    public void Flush(bool durable)
    {
        if (Fails())
            throw Error();
    }

    public void Truncate(BlockAddress address)
    {
        if (Fails())
            throw Error();
        inner.Truncate(address);
    }

    public ReadOnlyMemory<byte> ReadPreamble() => inner.ReadPreamble();

    public ReadOnlyMemory<byte> ReadBlock(BlockAddress address) => inner.ReadBlock(address);

    public ReadOnlyMemory<byte> ReadTrailer() => inner.ReadTrailer();

    public void Dispose() => inner.Dispose();

    private bool Fails()
    {
        operations++;
        if (Repaired || operations < failFrom)
            return false;
        return Failed = true;
    }

    private static RecordingException Error() => new("no space");
}
