using System.Buffers.Binary;

namespace Reenact.Format;

/// <summary>Sizes of a tail, in bytes, and its checksums; docs/format.md describes it.</summary>
internal static class TailLayout
{
    /// <summary>Where the first chunk is.</summary>
    public const int FirstChunk = 4096;

    /// <summary>The length of the chunk, its checksum, the number of its first event.</summary>
    public const int ChunkHeader = 16;

    /// <summary>An event's length and its checksum.</summary>
    public const int FrameHeader = 8;

    /// <summary>The longest chunk that a reader takes.</summary>
    public const int MaxChunk = BlockLayout.MaxRawBody;

    /// <summary>How much of a tail a reader takes, so that a forged one costs no more.</summary>
    public const int MaxLength = 256 << 20;

    /// <summary>The length of a frame with its padding.</summary>
    public static int FrameLength(int eventLength) => (FrameHeader + eventLength + 7) & ~7;

    /// <summary>The state of a checksum that has taken the salt in, with which all checksums of a tail begin.</summary>
    public static Crc32C Seed(ReadOnlySpan<byte> salt)
    {
        var crc = new Crc32C();
        crc.Add(salt);
        return crc;
    }

    /// <summary>The checksum of a frame: of salt, number, length, and the event's own checksum.</summary>
    public static uint FrameCheck(Crc32C seed, ulong sequence, int length, uint eventCheck)
    {
        seed.Add(sequence);
        seed.Add((uint)length | ((ulong)eventCheck << 32));
        return seed.Value;
    }

    /// <summary>Writes what a chunk begins with, as long as it is there.</summary>
    public static void WriteChunkHeader(Span<byte> chunk, Crc32C seed, long offset, int length)
    {
        BinaryPrimitives.WriteInt32LittleEndian(chunk, length);
        BinaryPrimitives.WriteUInt32LittleEndian(chunk[4..], ChunkCheck(seed, offset, length));
    }

    /// <summary>The length of the chunk at an offset; 0 when there is none.</summary>
    public static int ReadChunkLength(ReadOnlySpan<byte> chunk, Crc32C seed, long offset)
    {
        var length = BinaryPrimitives.ReadInt32LittleEndian(chunk);
        return length is >= ChunkHeader and <= MaxChunk && BinaryPrimitives.ReadUInt32LittleEndian(chunk[4..]) == ChunkCheck(seed, offset, length) ? length : 0;
    }

    private static uint ChunkCheck(Crc32C seed, long offset, int length)
    {
        seed.Add((ulong)offset);
        seed.Add((ulong)length);
        return seed.Value;
    }
}
