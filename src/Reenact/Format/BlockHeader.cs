using System.Buffers.Binary;

namespace Reenact.Format;

/// <summary>The 32 bytes before a block's body.</summary>
internal readonly record struct BlockHeader(
    int BodyLength, BlockType Type, BlockFlags Flags, int Number, ulong FirstSequence, int EventCount, int RawLength)
{
    /// <summary>The bytes that the Merkle leaf covers, beside the body: all after the checksum.</summary>
    public static Range Hashed => 8..BlockLayout.HeaderSize;

    /// <summary>Writes the header of a block whose body follows it already, checksum included.</summary>
    public void Write(Span<byte> block, ReadOnlySpan<byte> sessionId)
    {
        WriteFields(block);
        WriteChecksum(block, sessionId);
    }

    /// <summary>Writes all but the checksum, which takes in the body.</summary>
    public void WriteFields(Span<byte> block)
    {
        BinaryPrimitives.WriteInt32LittleEndian(block, BodyLength);
        block[8] = (byte)Type;
        block[9] = (byte)Flags;
        block[10..12].Clear();
        BinaryPrimitives.WriteInt32LittleEndian(block[12..], Number);
        BinaryPrimitives.WriteUInt64LittleEndian(block[16..], FirstSequence);
        BinaryPrimitives.WriteInt32LittleEndian(block[24..], EventCount);
        BinaryPrimitives.WriteInt32LittleEndian(block[28..], RawLength);
    }

    /// <summary>Writes the checksum of a block that is otherwise whole.</summary>
    public void WriteChecksum(Span<byte> block, ReadOnlySpan<byte> sessionId) =>
        BinaryPrimitives.WriteUInt32LittleEndian(block[4..], Checksum(block, BodyLength, sessionId));

    /// <summary>Reads a header. Nothing in it can be trusted before <see cref="HasValidChecksum"/> says so.</summary>
    public static BlockHeader Read(ReadOnlySpan<byte> block) => new(
        BinaryPrimitives.ReadInt32LittleEndian(block),
        (BlockType)block[8],
        (BlockFlags)block[9],
        BinaryPrimitives.ReadInt32LittleEndian(block[12..]),
        BinaryPrimitives.ReadUInt64LittleEndian(block[16..]),
        BinaryPrimitives.ReadInt32LittleEndian(block[24..]),
        BinaryPrimitives.ReadInt32LittleEndian(block[28..]));

    /// <summary>Whether the checksum of a whole block fits; <paramref name="block"/> holds at least header and body.</summary>
    public static bool HasValidChecksum(ReadOnlySpan<byte> block, ReadOnlySpan<byte> sessionId) =>
        BinaryPrimitives.ReadUInt32LittleEndian(block[4..]) == Checksum(block, BinaryPrimitives.ReadInt32LittleEndian(block), sessionId);

    private static uint Checksum(ReadOnlySpan<byte> block, int bodyLength, ReadOnlySpan<byte> sessionId)
    {
        var crc = new Crc32C();
        crc.Add(sessionId);
        crc.Add(block[8..BlockLayout.HeaderSize]);
        crc.Add(block[..4]);
        crc.Add(block.Slice(BlockLayout.HeaderSize, bodyLength));
        return crc.Value;
    }
}
