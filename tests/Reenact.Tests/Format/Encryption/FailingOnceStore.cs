using Reenact.Format;

namespace Reenact.Tests.Format.Encryption;

/// <summary>A store of which one write fails, the preamble's counted as the first, and after it works again.</summary>
internal sealed class FailingOnceStore(IBlockStore inner, int failsAt) : IBlockStore
{
    private int writes;

    public string Name => inner.Name;

    public long Length => inner.Length;

    public void WritePreamble(ReadOnlySpan<byte> preamble)
    {
        Count();
        inner.WritePreamble(preamble);
    }

    public void WriteBlock(BlockAddress address, ReadOnlySpan<byte> block)
    {
        Count();
        inner.WriteBlock(address, block);
    }

    public void WriteTrailer(BlockAddress address, ReadOnlySpan<byte> trailer)
    {
        Count();
        inner.WriteTrailer(address, trailer);
    }

    public void Flush(bool durable) => inner.Flush(durable);

    public void Truncate(BlockAddress address) => inner.Truncate(address);

    public ReadOnlyMemory<byte> ReadPreamble() => inner.ReadPreamble();

    public ReadOnlyMemory<byte> ReadBlock(BlockAddress address) => inner.ReadBlock(address);

    public ReadOnlyMemory<byte> ReadTrailer() => inner.ReadTrailer();

    public void Dispose() => inner.Dispose();

    private void Count()
    {
        if (++writes == failsAt)
            throw new RecordingException("The disk said no.");
    }
}
