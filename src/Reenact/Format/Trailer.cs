using System.Buffers.Binary;

namespace Reenact.Format;

/// <summary>The last 32 bytes of a sealed recording: where its seal is.</summary>
internal static class Trailer
{
    private static ReadOnlySpan<byte> Magic => "RNCT"u8;

    public static byte[] Encode(BlockAddress seal, ReadOnlySpan<byte> sessionId)
    {
        var bytes = new byte[BlockLayout.TrailerSize];
        BinaryPrimitives.WriteInt64LittleEndian(bytes, seal.Offset);
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(8), seal.Length);
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(12), seal.Number);
        BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(24), Checksum(bytes, sessionId));
        Magic.CopyTo(bytes.AsSpan(28));
        return bytes;
    }

    /// <summary>Reads a trailer.</summary>
    /// <returns>Whether the bytes are one of this recording.</returns>
    public static bool TryDecode(ReadOnlySpan<byte> bytes, ReadOnlySpan<byte> sessionId, out BlockAddress seal)
    {
        seal = default;
        if (bytes.Length != BlockLayout.TrailerSize || !bytes[28..].SequenceEqual(Magic)
            || BinaryPrimitives.ReadUInt32LittleEndian(bytes[24..]) != Checksum(bytes, sessionId))
        {
            return false;
        }

        seal = new BlockAddress(
            BinaryPrimitives.ReadInt32LittleEndian(bytes[12..]),
            BinaryPrimitives.ReadInt64LittleEndian(bytes),
            BinaryPrimitives.ReadInt32LittleEndian(bytes[8..]));
        return seal.Offset >= BlockLayout.PreambleSize && seal.Number >= 0
            && seal.Length is >= BlockLayout.HeaderSize and <= BlockLayout.HeaderSize + BlockLayout.MaxBody;
    }

    private static uint Checksum(ReadOnlySpan<byte> bytes, ReadOnlySpan<byte> sessionId)
    {
        var crc = new Crc32C();
        crc.Add(sessionId);
        crc.Add(bytes[..24]);
        return crc.Value;
    }
}
