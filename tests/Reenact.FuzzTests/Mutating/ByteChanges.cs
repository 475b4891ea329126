using System.Buffers.Binary;

namespace Reenact.FuzzTests;

/// <summary>Changes of bytes, whatever they mean.</summary>
internal static class ByteChanges
{
    private static readonly uint[] Numbers = [0, 1, 0x7F, 0x80, 0xFF, 0x7FFF, 0xFFFF, 0x00FFFFFF, 0x01000000, 0x7FFFFFFF, 0x80000000, 0xFFFFFFFF, 0xFFFFFFE0];

    /// <summary>Makes one change.</summary>
    /// <param name="bytes">What to change.</param>
    /// <param name="step">Which change.</param>
    /// <param name="others">What pieces are taken from.</param>
    public static byte[] Apply(byte[] bytes, Step step, IReadOnlyList<byte[]> others)
    {
        var at = step.At(bytes.Length);
        var length = (int)Math.Min(1 + (step.Other % (step.Other % 4 == 0 ? 512u : 24u)), (uint)(bytes.Length - at));
        var copy = (byte[])bytes.Clone();
        switch (step.Kind % 10)
        {
            case 0 when bytes.Length > 0:
                copy[at] ^= (byte)(1 << (int)(step.Value % 8));
                return copy;
            case 1 when bytes.Length > 0:
                copy[at] = (byte)step.Value;
                return copy;
            case 2 when bytes.Length - at >= 4:
                BinaryPrimitives.WriteUInt32LittleEndian(copy.AsSpan(at), step.Pick(Numbers));
                return copy;
            case 3 when bytes.Length - at >= 4:
                BinaryPrimitives.WriteUInt32BigEndian(copy.AsSpan(at), step.Pick(Numbers));
                return copy;
            case 4:
                return bytes[..at];
            case 5:
                return [.. bytes[..at], .. bytes[(at + length)..]];
            case 6:
                return [.. bytes[..(at + length)], .. bytes[at..]];
            case 7:
                var other = others.Count == 0 ? bytes : step.Pick(others);
                var from = step.OtherAt(other.Length);
                return [.. bytes[..at], .. other[from..Math.Min(other.Length, from + length)], .. bytes[at..]];
            case 8 when bytes.Length > 0:
                var target = step.OtherAt(bytes.Length - length + 1);
                bytes.AsSpan(at, length).CopyTo(copy.AsSpan(target));
                return copy;
            default:
                copy.AsSpan(at, length).Fill((byte)step.Value);
                return copy;
        }
    }

    public static byte[] Apply(byte[] bytes, IEnumerable<Step> steps, params IReadOnlyList<byte[]> others) =>
        steps.Aggregate(bytes, (changed, step) => Apply(changed, step, others));
}
