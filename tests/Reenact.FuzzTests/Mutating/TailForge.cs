using System.Buffers.Binary;
using Reenact.Format;

namespace Reenact.FuzzTests;

/// <summary>Writes tails of any events, with checksums that fit.</summary>
internal static class TailForge
{
    /// <summary>Writes a tail.</summary>
    /// <param name="like">One that is whole, whose session and epoch it takes.</param>
    /// <param name="chunks">The number of the first event of each chunk, and its events.</param>
    public static byte[] Write(byte[] like, IEnumerable<(ulong First, IReadOnlyList<byte[]> Events)> chunks)
    {
        var seed = TailLayout.Seed(TailHeader.Decode(like)!.Salt);
        var tail = new List<byte>(like[..TailLayout.FirstChunk]);
        foreach (var (first, events) in chunks)
        {
            var chunk = new List<byte>(new byte[TailLayout.ChunkHeader]);
            for (var index = 0; index < events.Count; index++)
                AddFrame(chunk, seed, unchecked(first + (ulong)index), events[index]);
            var bytes = chunk.ToArray();
            TailLayout.WriteChunkHeader(bytes, seed, tail.Count, bytes.Length);
            BinaryPrimitives.WriteUInt64LittleEndian(bytes.AsSpan(8), first);
            tail.AddRange(bytes);
        }

        return [.. tail];
    }

    private static void AddFrame(List<byte> chunk, Crc32C seed, ulong sequence, byte[] content)
    {
        var frame = new byte[TailLayout.FrameLength(content.Length)];
        BinaryPrimitives.WriteInt32LittleEndian(frame, content.Length);
        BinaryPrimitives.WriteUInt32LittleEndian(frame.AsSpan(4), TailLayout.FrameCheck(seed, sequence, content.Length, Crc32C.Of(content)));
        content.CopyTo(frame, TailLayout.FrameHeader);
        chunk.AddRange(frame);
    }
}
