using MessagePack;
using Reenact.Values;

namespace Reenact;

/// <summary>What codecs need beside the writer: it stores long text and bytes as blobs and limits nesting. Not thread-safe.</summary>
public sealed class ValueWriteContext
{
    private readonly IBlobSink blobs;
    private int depth;

    internal ValueWriteContext(IBlobSink blobs) => this.blobs = blobs;

    /// <summary>Writes text: inline when it is shorter than 256 UTF-8 bytes, else as a blob stored once per recording. Null is nil.</summary>
    public void WriteText(ref MessagePackWriter writer, string? value) => ValueText.Write(ref writer, value, blobs);

    /// <summary>Writes bytes: inline when there are fewer than 256, else as a blob stored once per recording.</summary>
    public void WriteBytes(ref MessagePackWriter writer, ReadOnlySpan<byte> value) => ValueBytes.Write(ref writer, value, blobs);

    /// <summary>Enters an object or a collection; <see cref="Leave"/> leaves it.</summary>
    /// <exception cref="InvalidOperationException">The value is nested deeper than 60 levels, most often by a reference cycle.</exception>
    public void Enter()
    {
        if (++depth > ValueLimits.Depth)
        {
            depth = 0;
            throw new InvalidOperationException(
                $"A recorded value is nested deeper than {ValueLimits.Depth} levels, most often because it refers to itself. " +
                "Break the cycle, or leave the member out with [IgnoreRecorded].");
        }
    }

    /// <summary>Leaves what <see cref="Enter"/> entered.</summary>
    public void Leave() => depth--;

    /// <summary>Starts afresh after a codec threw half-way.</summary>
    internal void Reset() => depth = 0;
}
