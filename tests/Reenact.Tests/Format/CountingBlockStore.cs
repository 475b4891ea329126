using Reenact.Format;

namespace Reenact.Tests.Format;

/// <summary>Counts how many blocks are read.</summary>
internal sealed class CountingBlockStore(byte[] recording) : IBlockStore
{
    private readonly MemoryBlockStore inner = new(recording);

    public int BlocksRead { get; private set; }

    public string Name => inner.Name;

    public long Length => inner.Length;

    public void WritePreamble(ReadOnlySpan<byte> preamble) => inner.WritePreamble(preamble);

    public void WriteBlock(BlockAddress address, ReadOnlySpan<byte> block) => inner.WriteBlock(address, block);

    public void WriteTrailer(BlockAddress address, ReadOnlySpan<byte> trailer) => inner.WriteTrailer(address, trailer);

    public void Flush(bool durable) => inner.Flush(durable);

    public void Truncate(BlockAddress address) => inner.Truncate(address);

    public ReadOnlyMemory<byte> ReadPreamble() => inner.ReadPreamble();

    public ReadOnlyMemory<byte> ReadBlock(BlockAddress address)
    {
        BlocksRead++;
        return inner.ReadBlock(address);
    }

    public ReadOnlyMemory<byte> ReadTrailer() => inner.ReadTrailer();

    public void Dispose() => inner.Dispose();
}
