using MessagePack;
using Reenact.Values;

namespace Reenact;

/// <summary>What codecs need beside the reader: it resolves blobs and limits nesting. Not thread-safe.</summary>
public sealed class ValueReadContext
{
    private readonly IBlobSource blobs;
    private int depth;

    internal ValueReadContext(IBlobSource blobs) => this.blobs = blobs;

    /// <summary>Reads text, wherever it is stored; null where nil was written.</summary>
    /// <exception cref="ValueFormatException">The next value is no text.</exception>
    public string? ReadText(ref MessagePackReader reader) => ValueText.Read(ref reader, blobs);

    /// <summary>Reads bytes, wherever they are stored; null where nil was written.</summary>
    /// <exception cref="ValueFormatException">The next value is no byte string.</exception>
    public byte[]? ReadBytes(ref MessagePackReader reader) => ValueBytes.Read(ref reader, blobs);

    /// <summary>Enters an object or a collection; <see cref="Leave"/> leaves it.</summary>
    /// <exception cref="ValueFormatException">The value is nested deeper than 60 levels.</exception>
    public void Enter()
    {
        if (++depth > ValueLimits.Depth)
        {
            depth = 0;
            throw new ValueFormatException($"A recorded value is nested deeper than {ValueLimits.Depth} levels; the recording is damaged or forged.");
        }
    }

    /// <summary>Leaves what <see cref="Enter"/> entered.</summary>
    public void Leave() => depth--;
}
