using Reenact.Values;

namespace Reenact.Benchmarks.Values;

/// <summary>None of the measured values is long enough for a blob.</summary>
internal sealed class NoBlobs : IBlobSink, IBlobSource
{
    public uint Store(ReadOnlySpan<byte> content) => throw new InvalidOperationException("Nothing here is long.");

    public ReadOnlyMemory<byte> Get(uint id) => throw new InvalidOperationException("Nothing here is long.");
}
