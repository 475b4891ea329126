using Reenact.Format;

namespace Reenact.Tests.Format;

/// <summary>Keeps blocks by their numbers, as a table would, and never looks at offsets.</summary>
internal sealed class RowBlockStore : IBlockStore
{
    private readonly SortedDictionary<int, byte[]> rows = [];
    private byte[] preamble = [];
    private byte[] trailer = [];

    public string Name => "(rows)";

    public long Length => preamble.Length + rows.Values.Sum(row => (long)row.Length) + trailer.Length;

    public void WritePreamble(ReadOnlySpan<byte> preamble) => this.preamble = preamble.ToArray();

    public void WriteBlock(BlockAddress address, ReadOnlySpan<byte> block) => rows[address.Number] = block.ToArray();

    public void WriteTrailer(BlockAddress address, ReadOnlySpan<byte> trailer) => this.trailer = trailer.ToArray();

    public void RemoveTrailer() => trailer = [];

    public void Flush(bool durable)
    {
    }

    public void Truncate(BlockAddress address)
    {
        trailer = [];
        foreach (var number in rows.Keys.Where(number => number >= address.Number).ToList())
            rows.Remove(number);
    }

    public ReadOnlyMemory<byte> ReadPreamble() => preamble;

    public ReadOnlyMemory<byte> ReadBlock(BlockAddress address) => rows.GetValueOrDefault(address.Number);

    public ReadOnlyMemory<byte> ReadTrailer() => trailer;

    public void Dispose()
    {
    }
}
