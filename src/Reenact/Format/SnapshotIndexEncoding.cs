using MessagePack;
using Reenact.Events;
using Reenact.Values;

namespace Reenact.Format;

/// <summary>The index of snapshots as the seal holds it: <c>[name, [2 × step + delta, …], name, …]</c>.</summary>
internal static class SnapshotIndexEncoding
{
    public static void Write(ref MessagePackWriter writer, SnapshotIndex index)
    {
        writer.WriteArrayHeader(index.Names.Count * 2);
        foreach (var snapshots in index.Names)
        {
            writer.WriteRaw(snapshots.Name);
            writer.WriteArrayHeader(snapshots.Places.Count);
            var last = 0L;
            foreach (var place in snapshots.Places)
            {
                writer.Write(((place.Sequence - last) * 2) + (place.IsDelta ? 1 : 0));
                last = place.Sequence;
            }
        }
    }

    /// <summary>Reads an index.</summary>
    /// <param name="bytes">What the cursor walks over.</param>
    /// <param name="cursor">Where the index begins.</param>
    /// <param name="index">An empty index, which is filled.</param>
    /// <param name="end">The sequence number after the last event's.</param>
    /// <returns>Whether it is whole.</returns>
    public static bool TryRead(ReadOnlySpan<byte> bytes, ref MessagePackCursor cursor, SnapshotIndex index, long end)
    {
        if (!cursor.TryReadArrayHeader(out var elements) || elements % 2 != 0)
            return false;

        for (; elements > 0; elements -= 2)
        {
            var start = cursor.Position;
            if (!cursor.TrySkip(ValueLimits.Depth) || index.TryAdd(bytes[start..cursor.Position].ToArray()) is not { } snapshots
                || !TryReadPlaces(ref cursor, snapshots, end))
            {
                return false;
            }
        }

        return true;
    }

    private static bool TryReadPlaces(ref MessagePackCursor cursor, NamedSnapshots snapshots, long end)
    {
        if (!cursor.TryReadArrayHeader(out var count) || count == 0)
            return false;

        var sequence = 0L;
        for (; count > 0; count--)
        {
            if (!cursor.TryReadInt64(out var place) || place < (snapshots.Places.Count == 0 ? 0 : 2) || place / 2 >= end - sequence)
                return false;

            sequence += place / 2;
            snapshots.Places.Add(new SnapshotPlace(sequence, place % 2 != 0));
        }

        return true;
    }
}
