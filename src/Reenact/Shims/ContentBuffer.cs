using System.Buffers;
using Reenact.Values;

namespace Reenact.Shims;

/// <summary>Gathers the content of a stream.</summary>
internal sealed class ContentBuffer : IDisposable
{
    private const int FirstSize = 16 * 1024;

    private byte[] buffer = ArrayPool<byte>.Shared.Rent(FirstSize);
    private int length;

    public Span<byte> Room => RoomInMemory.Span;

    /// <summary>Where the next bytes go.</summary>
    public Memory<byte> RoomInMemory
    {
        get
        {
            if (length == buffer.Length)
            {
                Grow();
            }

            return buffer.AsMemory(length);
        }
    }

    /// <summary>Says how many bytes went there.</summary>
    /// <returns>Whether there may be more.</returns>
    /// <exception cref="InvalidOperationException">There are more than a recorded value may hold.</exception>
    public bool Add(int count)
    {
        length += count;
        return length <= ValueLimits.Content
            ? count > 0
            : throw new InvalidOperationException(
                $"A recorded method returned a stream of more than {ValueLimits.Content >> 20} MiB. " +
                "Return where the content is (a path, a URL, a hash) and read it outside of recorded methods, or read it in parts.");
    }

    /// <summary>The content as a stream that can't be written to.</summary>
    /// <typeparam name="TStream"><see cref="Stream"/> or <see cref="MemoryStream"/>.</typeparam>
    public TStream ToStream<TStream>()
        where TStream : Stream => StreamContentCodec<TStream>.Over(buffer.AsSpan(0, length).ToArray());

    public void Dispose() => ArrayPool<byte>.Shared.Return(buffer);

    private void Grow()
    {
        var larger = ArrayPool<byte>.Shared.Rent((int)Math.Min(buffer.Length * 2L, Array.MaxLength));
        buffer.CopyTo(larger, 0);
        ArrayPool<byte>.Shared.Return(buffer);
        buffer = larger;
    }
}
