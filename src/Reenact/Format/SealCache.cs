using System.Buffers;
using MessagePack;
using Reenact.Events;

namespace Reenact.Format;

/// <summary>
/// Index and summary as the seal holds them: <c>[blocks, definitions, blobs, summary, snapshots]</c>, the last only where there are some. Equal contents are equal bytes,
/// so a cache is checked by making it again and comparing.
/// </summary>
internal static class SealCache
{
    private const int BlockElements = 3;

    public static byte[] Encode(RecordingIndex index, RecordingSummary summary)
    {
        var buffer = new ArrayBufferWriter<byte>();
        var writer = new MessagePackWriter(buffer);
        var hasSnapshots = index.Snapshots.Names.Count > 0;
        writer.WriteArrayHeader(hasSnapshots ? 5 : 4);
        WriteBlocks(ref writer, index.Blocks);
        WriteTable(ref writer, index.Definitions);
        WriteTable(ref writer, index.Blobs);
        SummaryEncoding.Write(ref writer, summary);
        if (hasSnapshots)
            SnapshotIndexEncoding.Write(ref writer, index.Snapshots);
        writer.Flush();
        return buffer.WrittenSpan.ToArray();
    }

    /// <summary>Reads a cache.</summary>
    /// <param name="bytes">At most <see cref="BlockLayout.MaxSealCache"/>.</param>
    /// <param name="index">The index.</param>
    /// <param name="summary">The summary.</param>
    /// <returns>Whether it is whole. Whether it is right, only a scan can tell.</returns>
    public static bool TryDecode(ReadOnlySpan<byte> bytes, out RecordingIndex index, out RecordingSummary summary)
    {
        index = new RecordingIndex();
        summary = new RecordingSummary();
        var cursor = new MessagePackCursor(bytes);
        return cursor.TryReadArrayHeader(out var count) && count >= 4
            && TryReadBlocks(ref cursor, index)
            && TryReadTable(ref cursor, index.Definitions, index.NextSequence)
            && TryReadTable(ref cursor, index.Blobs, index.NextSequence)
            && SummaryEncoding.TryRead(ref cursor, out summary)
            && (count == 4 || SnapshotIndexEncoding.TryRead(bytes, ref cursor, index.Snapshots, index.NextSequence));
    }

    private static void WriteBlocks(ref MessagePackWriter writer, List<IndexedBlock> blocks)
    {
        writer.WriteArrayHeader(blocks.Count * BlockElements);
        var time = 0L;
        foreach (var block in blocks)
        {
            writer.Write(block.Address.Length / 8);
            writer.Write(block.EventCount);
            writer.Write(unchecked(block.FirstTime - time));
            time = block.FirstTime;
        }
    }

    private static bool TryReadBlocks(ref MessagePackCursor cursor, RecordingIndex index)
    {
        if (!cursor.TryReadArrayHeader(out var count) || count % BlockElements != 0)
            return false;
        var time = 0L;
        for (; count > 0; count -= BlockElements)
        {
            if (!cursor.TryReadInt32(out var length) || length is < BlockLayout.HeaderSize / 8 or > (BlockLayout.HeaderSize + BlockLayout.MaxBody) / 8
                || !cursor.TryReadInt32(out var events) || !cursor.TryReadInt64(out var delta))
            {
                return false;
            }

            time = unchecked(time + delta);
            index.AddBlock(length * 8, events, time);
        }

        return true;
    }

    /// <summary>Ids are 1, 2, 3… in order of appearance, so that their sequence numbers say all; otherwise a map says it.</summary>
    private static void WriteTable(ref MessagePackWriter writer, IdTable table)
    {
        if (table.IsInOrder)
        {
            writer.WriteArrayHeader(table.Count);
            var last = 0L;
            foreach (var (_, sequence) in table.Entries)
            {
                writer.Write(sequence - last);
                last = sequence;
            }
        }
        else
        {
            writer.WriteMapHeader(table.Count);
            foreach (var (id, sequence) in table.Entries)
            {
                writer.Write(id);
                writer.Write(sequence);
            }
        }
    }

    private static bool TryReadTable(ref MessagePackCursor cursor, IdTable table, long end)
    {
        long sequence = 0;
        if (cursor.TryReadArrayHeader(out var count))
        {
            table.EnsureCapacity(count);
            for (var id = 1u; id <= count; id++)
            {
                if (!cursor.TryReadInt64(out var delta) || delta < (id == 1 ? 0 : 1) || delta >= end - sequence)
                    return false;
                sequence += delta;
                table.TryAdd(id, sequence);
            }

            return true;
        }

        if (!cursor.TryReadMapHeader(out count))
            return false;
        for (; count > 0; count--)
        {
            if (!cursor.TryReadUInt32(out var id) || !cursor.TryReadInt64(out sequence) || sequence < 0 || sequence >= end || !table.TryAdd(id, sequence))
                return false;
        }

        return true;
    }
}
