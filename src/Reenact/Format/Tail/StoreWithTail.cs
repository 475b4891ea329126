namespace Reenact.Format;

/// <summary>A recording that is read together with its tail, as if that were blocks at its end. It is not written.</summary>
/// <param name="recording">The recording without its tail.</param>
/// <param name="end">The place after its last whole block.</param>
/// <param name="blocks">What comes after it.</param>
internal sealed class StoreWithTail(IBlockStore recording, BlockAddress end, IReadOnlyList<byte[]> blocks) : IBlockStore
{
    public string Name => recording.Name;

    public long Length => recording.Length;

    public ReadOnlyMemory<byte> ReadPreamble() => recording.ReadPreamble();

    public ReadOnlyMemory<byte> ReadBlock(BlockAddress address) => !IsInTail(address) ? recording.ReadBlock(address)
        : address.Number - end.Number is var index && index < blocks.Count ? blocks[index]
        : default;

    public ReadOnlyMemory<byte> ReadTrailer() => recording.ReadTrailer();

    public void WritePreamble(ReadOnlySpan<byte> preamble) => throw ReadOnly();

    public void WriteBlock(BlockAddress address, ReadOnlySpan<byte> block) => throw ReadOnly();

    public void WriteTrailer(BlockAddress address, ReadOnlySpan<byte> trailer) => throw ReadOnly();

    public void Flush(bool durable) => throw ReadOnly();

    public void Truncate(BlockAddress address) => throw ReadOnly();

    public void Dispose() => recording.Dispose();

    /// <summary>Whether a block is one of the tail, and no leaf of the recording yet.</summary>
    public bool IsInTail(BlockAddress address) => address.Number >= end.Number;

    private InvalidOperationException ReadOnly() => new($"{Name} is open to be read.");
}
