namespace Reenact.States;

/// <summary>
/// Which elements of an array or a map stay, in their order, on the way from one version to the next: <c>Stays[n]</c> is the place that
/// element n of the next version has in the one before, or −1 where it is put in.
/// </summary>
internal static class Alignment
{
    /// <summary>Aligns maps by their keys: those stay whose order does.</summary>
    /// <returns>Null when a key occurs twice.</returns>
    public static int[]? OfKeys(ValueElements before, ValueElements after)
    {
        if (HaveSameKeys(before, after))
            return FindUnique(before) is null ? null : [.. Enumerable.Range(0, after.Count)];

        if (FindUnique(before) is not { } places || FindUnique(after) is null)
            return null;

        var stays = new int[after.Count];
        for (var index = 0; index < stays.Length; index++)
            stays[index] = places.GetValueOrDefault(after.Key(index), -1);
        KeepLongestAscent(stays);
        return stays;
    }

    /// <summary>Aligns arrays: equal elements stay as far as their order does; of what is between them, elements stay by their place, changed.</summary>
    public static int[] OfElements(ValueElements before, ValueElements after)
    {
        var (first, beforeEnd, afterEnd) = (0, before.Count, after.Count);
        while (first < beforeEnd && first < afterEnd && Same(before, first, after, first))
            first++;
        while (beforeEnd > first && afterEnd > first && Same(before, beforeEnd - 1, after, afterEnd - 1))
            (beforeEnd, afterEnd) = (beforeEnd - 1, afterEnd - 1);

        var stays = new int[after.Count];
        for (var index = 0; index < stays.Length; index++)
            stays[index] = index < first ? index : index >= afterEnd ? index - after.Count + before.Count : -1;

        var middle = stays.AsSpan(first, afterEnd - first);
        MatchEqual(before, first, beforeEnd, after, first, middle);
        KeepLongestAscent(middle);
        PairByPlace(middle, first, beforeEnd);
        return stays;
    }

    private static bool HaveSameKeys(ValueElements before, ValueElements after)
    {
        if (before.Count != after.Count)
            return false;
        for (var index = 0; index < before.Count; index++)
        {
            if (!before.Key(index).Span.SequenceEqual(after.Key(index).Span))
                return false;
        }

        return true;
    }

    private static bool Same(ValueElements before, int index, ValueElements after, int place) =>
        before[index].Span.SequenceEqual(after[place].Span);

    /// <summary>The places of keys; null when one occurs twice.</summary>
    private static Dictionary<ReadOnlyMemory<byte>, int>? FindUnique(ValueElements map)
    {
        var places = new Dictionary<ReadOnlyMemory<byte>, int>(map.Count, ByContent.Comparer);
        for (var index = 0; index < map.Count; index++)
        {
            if (!places.TryAdd(map.Key(index), index))
                return null;
        }

        return places;
    }

    /// <summary>The first of equal elements goes to the first, the second to the second.</summary>
    private static void MatchEqual(ValueElements before, int from, int end, ValueElements after, int offset, Span<int> stays)
    {
        if (from == end || stays.IsEmpty)
            return;

        var places = new Dictionary<ReadOnlyMemory<byte>, Queue<int>>(ByContent.Comparer);
        for (var index = from; index < end; index++)
        {
            if (!places.TryGetValue(before[index], out var queue))
                places.Add(before[index], queue = new Queue<int>());
            queue.Enqueue(index);
        }

        for (var index = 0; index < stays.Length; index++)
        {
            if (places.TryGetValue(after[offset + index], out var queue) && queue.TryDequeue(out var place))
                stays[index] = place;
        }
    }

    /// <summary>Between those that stay, elements are paired by their place, as far as both sides have some.</summary>
    private static void PairByPlace(Span<int> stays, int from, int end)
    {
        var next = from;
        for (var index = 0; index < stays.Length;)
        {
            var gap = stays[index..].IndexOfAnyExcept(-1);
            var gapEnd = gap < 0 ? stays.Length : index + gap;
            var limit = gap < 0 ? end : stays[gapEnd];
            for (; index < gapEnd; index++)
                stays[index] = next < limit ? next++ : -1;

            if (index < stays.Length)
                next = stays[index++] + 1;
        }
    }

    /// <summary>Keeps the longest ascending run of places (by patience sorting, in n log n) and takes the others away.</summary>
    private static void KeepLongestAscent(Span<int> stays)
    {
        var ends = new List<int>();
        var previous = new int[stays.Length];
        for (var index = 0; index < stays.Length; index++)
        {
            if (stays[index] < 0)
                continue;

            var (low, high) = (0, ends.Count);
            while (low < high)
            {
                var middle = (low + high) / 2;
                if (stays[ends[middle]] < stays[index])
                    low = middle + 1;
                else
                    high = middle;
            }

            previous[index] = low == 0 ? -1 : ends[low - 1];
            if (low == ends.Count)
                ends.Add(index);
            else
                ends[low] = index;
        }

        var kept = ends.Count == 0 ? -1 : ends[^1];
        for (var index = stays.Length - 1; index >= 0; index--)
        {
            if (index == kept)
                kept = previous[index];
            else
                stays[index] = -1;
        }
    }
}
