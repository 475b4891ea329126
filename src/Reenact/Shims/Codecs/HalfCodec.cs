using System.ComponentModel;
using MessagePack;

namespace Reenact.Shims;

/// <summary>Codec of <see cref="Half"/>: a single-precision number, which holds every half exactly.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public struct HalfCodec : IValueCodec<Half>
{
    // Conversions don't promise to keep the payload of a NaN, so it is moved by hand.
    private const uint SingleInfinity = 0x7F80_0000;
    private const ushort HalfInfinity = 0x7C00;
    private const int SignShift = 16;
    private const int PayloadShift = 13;

    /// <inheritdoc/>
    public static void Write(ref MessagePackWriter writer, Half value, ValueWriteContext context)
    {
        var bits = BitConverter.HalfToUInt16Bits(value);
        writer.Write(Half.IsNaN(value)
            ? BitConverter.UInt32BitsToSingle(((uint)(bits & 0x8000) << SignShift) | SingleInfinity | ((uint)(bits & 0x03FF) << PayloadShift))
            : (float)value);
    }

    /// <inheritdoc/>
    public static Half Read(ref MessagePackReader reader, ValueReadContext context)
    {
        var single = reader.ReadSingle();
        var bits = BitConverter.SingleToUInt32Bits(single);
        var value = float.IsNaN(single)
            ? BitConverter.UInt16BitsToHalf((ushort)(((bits >> SignShift) & 0x8000) | HalfInfinity | ((bits >> PayloadShift) & 0x03FF)))
            : (Half)single;

        return Half.IsNaN(value) == float.IsNaN(single) && (float.IsNaN(single) || (float)value == single)
            ? value
            : throw new ValueFormatException($"A recorded number is no half-precision number: {single:R}.");
    }
}
