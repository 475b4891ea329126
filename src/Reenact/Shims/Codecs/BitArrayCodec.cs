using System.Collections;
using System.ComponentModel;
using MessagePack;

namespace Reenact.Shims;

/// <summary>Codec of <see cref="BitArray"/>: an array of how many bits there are and bytes, the first bit in the lowest place.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public struct BitArrayCodec : IValueCodec<BitArray>
{
    /// <inheritdoc/>
    public static void Write(ref MessagePackWriter writer, BitArray? value, ValueWriteContext context)
    {
        if (value is null)
        {
            writer.WriteNil();
            return;
        }

        var bytes = new byte[BytesOf(value.Length)];
        value.CopyTo(bytes, 0);
        TupleElements.Begin(ref writer, 2, context);
        writer.Write(value.Length);
        context.WriteBytes(ref writer, bytes);
        context.Leave();
    }

    /// <inheritdoc/>
    public static BitArray Read(ref MessagePackReader reader, ValueReadContext context)
    {
        if (reader.TryReadNil())
            return null!;

        TupleElements.Begin(ref reader, 2, context);
        var length = reader.ReadInt32();
        var bytes = context.ReadBytes(ref reader) ?? [];
        context.Leave();

        if (length < 0 || bytes.Length != BytesOf(length) || (length % 8 != 0 && bytes[^1] >> (length % 8) != 0))
            throw new ValueFormatException($"{bytes.Length} recorded bytes are not those of {length} bits.");

        return new BitArray(bytes) { Length = length };
    }

    private static int BytesOf(int bits) => (int)(((long)bits + 7) / 8);
}
