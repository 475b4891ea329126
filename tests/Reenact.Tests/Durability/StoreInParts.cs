using Reenact.Format;

namespace Reenact.Tests.Durabilities;

/// <summary>A recording and its tail in memory, to be read.</summary>
internal sealed class StoreInParts(byte[] recording, byte[] tail) : IBlockStore, ITailedStore
{
    private readonly MemoryBlockStore inner = new(recording);

    public string Name => "(parts)";

    public long Length => inner.Length;

    public void WritePreamble(ReadOnlySpan<byte> preamble) => inner.WritePreamble(preamble);

    public void WriteBlock(BlockAddress address, ReadOnlySpan<byte> block) => inner.WriteBlock(address, block);

    public void WriteTrailer(BlockAddress address, ReadOnlySpan<byte> trailer) => inner.WriteTrailer(address, trailer);

    public void Flush(bool durable) => inner.Flush(durable);

    public void Truncate(BlockAddress address) => inner.Truncate(address);

    public ReadOnlyMemory<byte> ReadPreamble() => inner.ReadPreamble();

    public ReadOnlyMemory<byte> ReadBlock(BlockAddress address) => inner.ReadBlock(address);

    public ReadOnlyMemory<byte> ReadTrailer() => inner.ReadTrailer();

    public IEventMemory BeginTail(TailHeader header) => throw new NotSupportedException();

    public ReadOnlyMemory<byte> ReadTail() => tail;

    public void RemoveTail() => tail = [];

    public void Dispose() => inner.Dispose();
}
