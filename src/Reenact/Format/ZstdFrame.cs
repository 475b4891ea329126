using System.Buffers.Binary;

namespace Reenact.Format;

/// <summary>The header of a zstd frame (RFC 8878, section 3.1.1.1), read before anything is allocated for its content.</summary>
internal static class ZstdFrame
{
    private const uint Magic = 0xFD2FB528;
    private const long MaxWindow = 8 << 20;

    /// <summary>Reads how long the content is.</summary>
    /// <returns>False when it is no frame, does not say its size, asks for a dictionary or for a window over 8 MiB.</returns>
    public static bool TryReadContentSize(ReadOnlySpan<byte> frame, out ulong size)
    {
        size = 0;
        if (frame.Length < 6 || BinaryPrimitives.ReadUInt32LittleEndian(frame) != Magic)
            return false;

        var descriptor = frame[4];
        var singleSegment = (descriptor & 0x20) != 0;
        var hasDictionary = (descriptor & 0x03) != 0;
        var sizeFlag = descriptor >> 6;
        if (hasDictionary || (sizeFlag == 0 && !singleSegment))
            return false;

        var position = 5;
        long window = 0;
        if (!singleSegment)
        {
            var exponent = frame[position] >> 3;
            var mantissa = frame[position] & 7;
            var windowBase = 1L << (10 + exponent);
            window = windowBase + (windowBase / 8 * mantissa);
            position++;
        }

        var field = frame[position..];
        switch (sizeFlag)
        {
            case 0:
                size = field[0];
                break;
            case 1 when field.Length >= 2:
                size = BinaryPrimitives.ReadUInt16LittleEndian(field) + 256u;
                break;
            case 2 when field.Length >= 4:
                size = BinaryPrimitives.ReadUInt32LittleEndian(field);
                break;
            case 3 when field.Length >= 8:
                size = BinaryPrimitives.ReadUInt64LittleEndian(field);
                break;
            default:
                return false;
        }

        return singleSegment ? size <= MaxWindow : window <= MaxWindow;
    }
}
