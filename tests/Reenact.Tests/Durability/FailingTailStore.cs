using Reenact.Format;

namespace Reenact.Tests.Durabilities;

/// <summary>A recording with its tail whose writing operations fail from one of them on, and write half-way.</summary>
internal sealed class FailingTailStore(byte[] recording, byte[] tail, int failFrom) : IBlockStore, ITailedStore
{
    private readonly MemoryBlockStore inner = new(recording);
    private int operations;

    public byte[] Bytes => inner.ToArray();

    public byte[] Tail { get; private set; } = tail;

    public bool Failed { get; private set; }

    public string Name => "(failing)";

    public long Length => inner.Length;

    public void WritePreamble(ReadOnlySpan<byte> preamble) => Attempt();

    public void WriteBlock(BlockAddress address, ReadOnlySpan<byte> block)
    {
        inner.WriteBlock(address, block[..(block.Length / 2)]);
        Attempt();
        inner.WriteBlock(address, block);
    }

    public void WriteTrailer(BlockAddress address, ReadOnlySpan<byte> trailer)
    {
        inner.WriteTrailer(address, trailer[..7]);
        Attempt();
        inner.WriteTrailer(address, trailer);
    }

    public void Flush(bool durable) => Attempt();

    public void Truncate(BlockAddress address)
    {
        Attempt();
        inner.Truncate(address);
    }

    public ReadOnlyMemory<byte> ReadPreamble() => inner.ReadPreamble();

    public ReadOnlyMemory<byte> ReadBlock(BlockAddress address) => inner.ReadBlock(address);

    public ReadOnlyMemory<byte> ReadTrailer() => inner.ReadTrailer();

    public IEventMemory BeginTail(TailHeader header)
    {
        Attempt();
        throw new RecordingException(RecordingErrorKind.NotSupported, Name, "It has none of its own.");
    }

    public ReadOnlyMemory<byte> ReadTail() => Tail;

    public void RemoveTail()
    {
        Attempt();
        Tail = [];
    }

    public void Dispose()
    {
    }

    private void Attempt()
    {
        if (++operations >= failFrom)
        {
            Failed = true;
            throw new RecordingException("no space");
        }
    }
}
