using System.Runtime.InteropServices;
using Reenact.Values;

namespace Reenact.Comparing;

/// <summary>Finds elements that are there once on each side, in the longest order that both sides have in common.</summary>
internal static class UniqueAnchors
{
    public static IReadOnlyList<AlignedPair> Find(IAlignable items, AlignmentRange range)
    {
        var places = new Dictionary<ContentHash, (int Before, int After)>();
        for (var index = range.BeforeFrom; index < range.BeforeTo; index++)
        {
            ref var place = ref CollectionsMarshal.GetValueRefOrAddDefault(places, items.KeyBefore(index), out var isKnown);
            place = (isKnown ? -1 : index, -2);
        }

        for (var index = range.AfterFrom; index < range.AfterTo; index++)
        {
            if (places.TryGetValue(items.KeyAfter(index), out var place))
            {
                places[items.KeyAfter(index)] = (place.Before, place.After == -2 ? index : -1);
            }
        }

        return LongestAscending([.. places.Values.Where(place => place.Before >= 0 && place.After >= 0).OrderBy(place => place.Before)]);
    }

    private static List<AlignedPair> LongestAscending(List<(int Before, int After)> pairs)
    {
        // Patience sorting: the last pair of the best ascending run of each length, and what came before each pair.
        var ends = new List<int>();
        var previous = new int[pairs.Count];
        for (var index = 0; index < pairs.Count; index++)
        {
            var (from, to) = (0, ends.Count);
            while (from < to)
            {
                var middle = (from + to) / 2;
                if (pairs[ends[middle]].After < pairs[index].After)
                {
                    from = middle + 1;
                }
                else
                {
                    to = middle;
                }
            }

            previous[index] = from == 0 ? -1 : ends[from - 1];
            if (from == ends.Count)
            {
                ends.Add(index);
            }
            else
            {
                ends[from] = index;
            }
        }

        var anchors = new List<AlignedPair>(ends.Count);
        for (var index = ends.Count == 0 ? -1 : ends[^1]; index >= 0; index = previous[index])
        {
            anchors.Add(new AlignedPair(pairs[index].Before, pairs[index].After));
        }

        anchors.Reverse();
        return anchors;
    }
}
