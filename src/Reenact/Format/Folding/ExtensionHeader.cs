using System.Buffers.Binary;

namespace Reenact.Format;

/// <summary>The header of a MessagePack extension, apart from what follows it.</summary>
internal static class ExtensionHeader
{
    /// <summary>Reads one.</summary>
    /// <param name="bytes">Where it begins.</param>
    /// <param name="size">How long the header is, type included.</param>
    /// <param name="length">How long what follows it is said to be.</param>
    /// <param name="type">Its type.</param>
    /// <returns>False when there is none.</returns>
    public static bool TryRead(ReadOnlySpan<byte> bytes, out int size, out uint length, out sbyte type)
    {
        (size, length, type) = (0, 0, 0);
        if (bytes.IsEmpty)
            return false;

        size = bytes[0] switch
        {
            >= 0xD4 and <= 0xD8 => 2,
            0xC7 => 3,
            0xC8 => 4,
            0xC9 => 6,
            _ => 0,
        };
        if (size == 0 || bytes.Length < size)
            return false;

        length = size switch
        {
            2 => 1u << (bytes[0] - 0xD4),
            3 => bytes[1],
            4 => BinaryPrimitives.ReadUInt16BigEndian(bytes[1..]),
            _ => BinaryPrimitives.ReadUInt32BigEndian(bytes[1..]),
        };
        type = (sbyte)bytes[size - 1];
        return true;
    }
}
