using MessagePack;
using Reenact.Values;

namespace Reenact.Events;

/// <summary>Puts a list together that grew from others, link by link, up to one that stands in its event whole.</summary>
internal static class ListChain
{
    /// <summary>The longest header of an array, in bytes.</summary>
    private const int LongestHeader = 5;

    /// <summary>Puts it together.</summary>
    /// <param name="sequence">The number of the event that it stands in.</param>
    /// <param name="place">The place of the argument that it is, from 0.</param>
    /// <param name="stored">The list as it is stored.</param>
    /// <param name="source">Finds what it grew from.</param>
    /// <returns>The whole list, an array; empty where it can't be had, because what it grew from is missing, or is forged.</returns>
    /// <exception cref="RecordingException">A block is damaged, or can't be read.</exception>
    /// <exception cref="ValueFormatException">A blob is.</exception>
    public static ReadOnlyMemory<byte> Whole(long sequence, int place, ReadOnlyMemory<byte> stored, IListSource source)
    {
        var links = new List<GrownList>();
        var (at, known) = (sequence, 0);
        long length = stored.Length;
        while (GrownList.Is(stored.Span))
        {
            // Events further back only, so that no chain leads in a circle.
            if (!GrownList.TryRead(stored, out var link) || link.Event >= at || links.Count + known == ValueLimits.ListChain)
            {
                return default;
            }

            links.Add(link);
            at = link.Event;
            if (source.FindWhole(at, link.Place) is { } whole)
            {
                (stored, known) = (whole.Bytes, whole.Links);
                length += whole.Length;
            }
            else
            {
                stored = source.FindArgument(at, link.Place);
                length += stored.Length;
            }

            if (length > ValueLimits.ListLength || links.Count + known > ValueLimits.ListChain)
            {
                return default;
            }
        }

        var bytes = PutTogether(links, stored);
        if (!bytes.IsEmpty)
        {
            source.Keep(sequence, place, new WholeList(bytes, links.Count + known, length));
        }

        return bytes;
    }

    private static ReadOnlyMemory<byte> PutTogether(List<GrownList> links, ReadOnlyMemory<byte> first)
    {
        var pieces = new ReadOnlyMemory<byte>[links.Count + 1];
        var wanted = int.MaxValue; // Of the list at hand, from the front: what the next longer one keeps.
        var count = 0;
        for (var i = 0; i < links.Count; i++)
        {
            var link = links[i];
            if (wanted > link.Kept)
            {
                var most = wanted == int.MaxValue ? wanted : wanted - link.Kept;
                if (!TryTake(link.Items, most, isExact: most != int.MaxValue, out pieces[i], out var taken))
                {
                    return default;
                }

                count += taken;
                wanted = link.Kept;
            }
        }

        var cursor = new MessagePackCursor(first.Span);
        if (!cursor.TryReadArrayHeader(out var elements) || elements < wanted || !TryTake(first[cursor.Position..], wanted, isExact: true, out pieces[^1], out _))
        {
            return default;
        }

        return Join(pieces, count + wanted);
    }

    private static ReadOnlyMemory<byte> Join(ReadOnlyMemory<byte>[] pieces, int count)
    {
        Span<byte> header = stackalloc byte[LongestHeader];
        MessagePackPrimitives.TryWriteArrayHeader(header, (uint)count, out var length);
        var whole = new byte[length + pieces.Sum(piece => piece.Length)];
        header[..length].CopyTo(whole);
        for (var i = pieces.Length - 1; i >= 0; i--)
        {
            pieces[i].Span.CopyTo(whole.AsSpan(length));
            length += pieces[i].Length;
        }

        return whole;
    }

    /// <summary>Takes elements from the front.</summary>
    private static bool TryTake(ReadOnlyMemory<byte> items, int most, bool isExact, out ReadOnlyMemory<byte> front, out int taken)
    {
        var cursor = new MessagePackCursor(items.Span);
        front = default;
        for (taken = 0; taken < most && !cursor.AtEnd; taken++)
        {
            if (!cursor.TrySkip(GrownList.ItemDepth))
            {
                return false;
            }
        }

        front = items[..cursor.Position];
        return !isExact || taken == most;
    }
}
