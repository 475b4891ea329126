using Reenact.Format;

namespace Reenact.Tests.Format;

/// <summary>A store in memory whose writing operations fail from one of them on, writes half-way, until it is repaired.</summary>
internal sealed class FailingBlockStore(int failFrom) : IBlockStore
{
    private readonly MemoryBlockStore inner = new();

    public bool Repaired { get; set; }

    public bool Failed { get; private set; }

    /// <summary>How often it was written.</summary>
    public int Operations => Log.Count;

    /// <summary>What was done, in order.</summary>
    public List<string> Log { get; } = [];

    public byte[] Bytes => inner.ToArray();

    public string Name => "(failing)";

    public long Length => inner.Length;

    public void WritePreamble(ReadOnlySpan<byte> preamble)
    {
        if (Fails("preamble"))
        {
            inner.WritePreamble(preamble[..50]);
            throw Error();
        }

        inner.WritePreamble(preamble);
    }

    public void WriteBlock(BlockAddress address, ReadOnlySpan<byte> block)
    {
        if (Fails("block"))
        {
            inner.WriteBlock(address, block[..(block.Length / 2)]);
            throw Error();
        }

        inner.WriteBlock(address, block);
    }

    public void WriteTrailer(BlockAddress address, ReadOnlySpan<byte> trailer)
    {
        if (Fails("trailer"))
        {
            inner.WriteTrailer(address, trailer[..7]);
            throw Error();
        }

        inner.WriteTrailer(address, trailer);
    }

    public void Flush(bool durable)
    {
        if (Fails("flush"))
            throw Error();
    }

    public void Truncate(BlockAddress address)
    {
        if (Fails("truncate"))
            throw Error();
        inner.Truncate(address);
    }

    public ReadOnlyMemory<byte> ReadPreamble() => inner.ReadPreamble();

    public ReadOnlyMemory<byte> ReadBlock(BlockAddress address) => inner.ReadBlock(address);

    public ReadOnlyMemory<byte> ReadTrailer() => inner.ReadTrailer();

    public void Dispose() => inner.Dispose();

    private bool Fails(string operation)
    {
        Log.Add(operation);
        if (Repaired || Operations < failFrom)
            return false;
        return Failed = true;
    }

    private static RecordingException Error() => new("no space");
}
