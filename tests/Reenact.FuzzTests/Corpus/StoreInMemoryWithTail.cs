using Reenact.Format;

namespace Reenact.FuzzTests;

/// <summary>A recording in memory that is read, with a tail.</summary>
internal sealed class StoreInMemoryWithTail(byte[] recording, byte[] tail) : IBlockStore, ITailedStore
{
    private readonly MemoryBlockStore blocks = new(recording);

    public string Name => blocks.Name;

    public long Length => blocks.Length;

    public ReadOnlyMemory<byte> ReadPreamble() => blocks.ReadPreamble();

    public ReadOnlyMemory<byte> ReadBlock(BlockAddress address) => blocks.ReadBlock(address);

    public ReadOnlyMemory<byte> ReadTrailer() => blocks.ReadTrailer();

    public ReadOnlyMemory<byte> ReadTail() => tail.AsMemory(0, Math.Min(tail.Length, TailLayout.MaxLength));

    public void Dispose() => blocks.Dispose();

    public void WritePreamble(ReadOnlySpan<byte> preamble) => throw ReadOnly();

    public void WriteBlock(BlockAddress address, ReadOnlySpan<byte> block) => throw ReadOnly();

    public void WriteTrailer(BlockAddress address, ReadOnlySpan<byte> trailer) => throw ReadOnly();

    public void Flush(bool durable) => throw ReadOnly();

    public void Truncate(BlockAddress address) => throw ReadOnly();

    public IEventMemory BeginTail(TailHeader header) => throw ReadOnly();

    public void RemoveTail() => throw ReadOnly();

    private static InvalidOperationException ReadOnly() => new("What is fuzzed is only read.");
}
