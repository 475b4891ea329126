using System.Buffers;

namespace Reenact.Recorders;

/// <summary>Encoded events on their way into one block of the recording. Its memory is pooled.</summary>
internal sealed class EventBlock(ulong firstSequence, int capacity)
{
    private readonly byte[] buffer = ArrayPool<byte>.Shared.Rent(capacity);
    private int length;

    public ulong FirstSequence { get; } = firstSequence;

    public int Count { get; private set; }

    public ReadOnlyMemory<byte> Body => buffer.AsMemory(0, length);

    /// <summary>Adds an event; false when it doesn't fit.</summary>
    public bool TryAdd(ReadOnlySpan<byte> head, ReadOnlySpan<byte> tail)
    {
        if (buffer.Length - length < head.Length + tail.Length)
        {
            return false;
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
}
