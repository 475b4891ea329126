using System.Buffers;
using System.Buffers.Binary;

namespace Reenact.Format;

/// <summary>A tail as it was read. Frames that are not whole, and what is no event, end the chunk they stand in: nothing in it was ever promised.</summary>
internal sealed class TailContent
{
    /// <summary>Events are put together to blocks of no more than so many bytes, unless a single one is larger.</summary>
    private const int LargestBlock = 8 << 20;

    private readonly ReadOnlyMemory<byte> bytes;
    private readonly TailHeader header;
    private readonly Crc32C seed;

    private TailContent(ReadOnlyMemory<byte> bytes, TailHeader header)
    {
        this.bytes = bytes;
        this.header = header;
        seed = TailLayout.Seed(header.Salt);
    }

    /// <summary>Reads the tail of a store.</summary>
    /// <returns>Null when there is none that this version reads.</returns>
    /// <exception cref="RecordingException">It can't be read.</exception>
    public static TailContent? Read(IBlockStore store)
    {
        var bytes = store is ITailedStore tailed ? tailed.ReadTail() : default;
        return TailHeader.Decode(bytes.Span) is { } header ? new TailContent(bytes, header) : null;
    }

    /// <summary>Whether it holds events of a session that come after an epoch began.</summary>
    public bool BelongsTo(Guid sessionId, Epoch? epoch) => header.SessionId == sessionId && epoch is not null && header.Salt.AsSpan().SequenceEqual(epoch.Salt);

    /// <summary>The events from a number on, without a gap, in bodies of blocks.</summary>
    public List<TailBlock> From(long sequence)
    {
        var next = (ulong)sequence;
        var blocks = new List<TailBlock>();
        var body = new ArrayBufferWriter<byte>();
        var first = next;
        foreach (var (firstOfChunk, frames) in Chunks().OrderBy(chunk => chunk.First))
        {
            if (firstOfChunk > next)
            {
                break; // Those between are being written to the recording just now.
            }

            var number = firstOfChunk;
            foreach (var (offset, length) in Events(frames, firstOfChunk))
            {
                if (number++ != next)
                {
                    continue;
                }

                if (body.WrittenCount + length > LargestBlock)
                {
                    Cut();
                }

                body.Write(bytes.Span.Slice(offset, length));
                next++;
            }
        }

        Cut();
        return blocks;

        void Cut()
        {
            if (next != first)
            {
                blocks.Add(new TailBlock((long)first, (int)(next - first), body.WrittenSpan.ToArray()));
            }

            first = next;
            body.ResetWrittenCount();
        }
    }

    /// <summary>The chunks: the number of their first event, and where their frames are.</summary>
    private IEnumerable<(ulong First, Range Frames)> Chunks()
    {
        for (long offset = TailLayout.FirstChunk; offset + TailLayout.ChunkHeader <= bytes.Length;)
        {
            var chunk = bytes.Span[(int)offset..];
            var length = TailLayout.ReadChunkLength(chunk, seed, offset);
            if (length == 0)
            {
                yield break;
            }

            var end = (int)Math.Min(bytes.Length, offset + length);
            yield return (BinaryPrimitives.ReadUInt64LittleEndian(chunk[8..]), ((int)offset + TailLayout.ChunkHeader)..end);
            offset += length;
        }
    }

    /// <summary>The whole events of a chunk, in order: where their bytes are.</summary>
    private IEnumerable<(int Offset, int Length)> Events(Range frames, ulong sequence)
    {
        var (at, room) = frames.GetOffsetAndLength(bytes.Length);
        for (var end = at + room; end - at > TailLayout.FrameHeader; sequence++)
        {
            var length = BinaryPrimitives.ReadInt32LittleEndian(bytes.Span[at..]);
            if (length < BlockLayout.MinEvent || length > BlockLayout.MaxBody || length > end - at - TailLayout.FrameHeader)
            {
                yield break;
            }

            var happened = bytes.Slice(at + TailLayout.FrameHeader, length);
            var check = BinaryPrimitives.ReadUInt32LittleEndian(bytes.Span[(at + 4)..]);
            if (check != TailLayout.FrameCheck(seed, sequence, length, Crc32C.Of(happened.Span)) || !IsEvent(happened.Span))
            {
                yield break;
            }

            yield return (at + TailLayout.FrameHeader, length);
            at += TailLayout.FrameLength(length);
        }
    }

    private static bool IsEvent(ReadOnlySpan<byte> bytes)
    {
        Span<int> start = stackalloc int[1];
        return EventBody.FindEvents(bytes, start) is null;
    }
}
