using System.Buffers;

namespace Reenact.Values;

/// <summary>Writes small pieces into a buffer writer, which is asked for memory and told of progress only now and then.</summary>
internal ref struct BufferedBytes(IBufferWriter<byte> target)
{
    private const int Piece = 4096;

    private Span<byte> buffer;
    private int used;

    public void Write(byte value)
    {
        Reserve(1)[0] = value;
        used++;
    }

    public void Write(scoped ReadOnlySpan<byte> bytes)
    {
        bytes.CopyTo(Reserve(bytes.Length));
        used += bytes.Length;
    }

    /// <summary>Room for so many bytes; <see cref="Advance"/> says how many were written.</summary>
    public Span<byte> Reserve(int length)
    {
        if (buffer.Length - used < length)
        {
            Flush();
            buffer = target.GetSpan(Math.Max(length, Piece));
        }

        return buffer[used..];
    }

    public void Advance(int length) => used += length;

    public void Flush()
    {
        target.Advance(used);
        used = 0;
        buffer = default;
    }
}
