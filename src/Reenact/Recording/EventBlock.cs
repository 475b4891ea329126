using System.Buffers;

namespace Reenact.Recorders;

/// <summary>Encoded events on their way into one block of the recording. Its memory is pooled, and grows with what it holds.</summary>
internal sealed class EventBlock(ulong firstSequence, int capacity)
{
    private const int FirstSize = 64 * 1024;

    private byte[] buffer = ArrayPool<byte>.Shared.Rent(Math.Min(capacity, FirstSize));
    private int length;

    public ulong FirstSequence { get; } = firstSequence;

    public int Count { get; private set; }

    public ReadOnlyMemory<byte> Body => buffer.AsMemory(0, length);

    /// <summary>Adds an event; false when it doesn't fit.</summary>
    public bool TryAdd(ReadOnlySpan<byte> head, ReadOnlySpan<byte> tail)
    {
        var needed = length + head.Length + tail.Length;
        if (needed > capacity)
        {
            return false;
        }

        if (needed > buffer.Length)
        {
            Grow(needed);
        }

        head.CopyTo(buffer.AsSpan(length));
        length += head.Length;
        if (!tail.IsEmpty)
        {
            tail.CopyTo(buffer.AsSpan(length));
            length += tail.Length;
        }

        Count++;
        return true;
    }

    public void Recycle() => ArrayPool<byte>.Shared.Return(buffer);

    private void Grow(int needed)
    {
        var larger = ArrayPool<byte>.Shared.Rent(Math.Max(needed, Math.Min(capacity, buffer.Length * 2)));
        buffer.AsSpan(0, length).CopyTo(larger);
        ArrayPool<byte>.Shared.Return(buffer);
        buffer = larger;
    }
}
