using Reenact.Values;

namespace Reenact.Comparing;

/// <summary>
/// Aligns two sequences at the least cost: what is matched costs what it differs by, what has no counterpart costs
/// <see cref="Gap"/>. This is the global alignment of S. B. Needleman and C. D. Wunsch, "A general method applicable to the search for
/// similarities in the amino acid sequence of two proteins", J. Mol. Biol. 48 (1970), with equal ends taken off first.
/// </summary>
/// <remarks>
/// Where the budget doesn't suffice, elements whose key is unique on both sides become anchors, in their longest common order (as in
/// patience diff), and between them only a band around the diagonal is looked at: such an alignment may cost more than the least.
/// </remarks>
internal static class SequenceAlignment
{
    /// <summary>What an element without a counterpart costs.</summary>
    public const int Gap = 1000;

    /// <summary>The cost of what can't be matched.</summary>
    public const int NoMatch = int.MaxValue;

    /// <summary>Aligns.</summary>
    /// <returns>Pairs in order of both sequences; between two matches, what only the first one has comes first.</returns>
    public static IReadOnlyList<AlignedPair> Align(IAlignable items, AlignmentBudget budget)
    {
        // Ties are broken by the order of the sides, so that one comparison mirrors the other.
        var swapped = new SwappedSides(items);
        var isSwapped = ComesSecond(items);
        var oriented = isSwapped ? swapped : items;
        var matches = new List<AlignedPair>();
        AlignParts(oriented, budget, matches);
        return Fill(isSwapped ? [.. matches.Select(match => new AlignedPair(match.After, match.Before))] : matches, items.CountBefore, items.CountAfter);
    }

    private static void AlignParts(IAlignable items, AlignmentBudget budget, List<AlignedPair> matches)
    {
        var (start, before, after) = (0, items.CountBefore, items.CountAfter);
        while (start < before && start < after && items.KeyBefore(start) == items.KeyAfter(start))
        {
            matches.Add(new AlignedPair(start, start));
            start++;
        }

        var ends = new List<AlignedPair>();
        while (start < before && start < after && items.KeyBefore(before - 1) == items.KeyAfter(after - 1))
        {
            ends.Add(new AlignedPair(--before, --after));
        }

        var middle = new AlignmentRange(start, before, start, after);
        if (budget.TryTake(middle.Cells))
        {
            AlignmentTable.Align(items, middle, long.MaxValue, matches);
        }
        else
        {
            AlignBetweenAnchors(items, middle, budget, matches);
        }

        ends.Reverse();
        matches.AddRange(ends);
    }

    private static void AlignBetweenAnchors(IAlignable items, AlignmentRange range, AlignmentBudget budget, List<AlignedPair> matches)
    {
        var (before, after) = (range.BeforeFrom, range.AfterFrom);
        foreach (var anchor in UniqueAnchors.Find(items, range).Append(new AlignedPair(range.BeforeTo, range.AfterTo)))
        {
            var part = new AlignmentRange(before, anchor.Before, after, anchor.After);
            var cells = budget.TryTake(part.Cells) ? part.Cells : budget.TakeSome(part.Cells);
            AlignmentTable.Align(items, part, cells, matches);
            if (anchor.Before < range.BeforeTo)
            {
                matches.Add(anchor);
            }

            (before, after) = (anchor.Before + 1, anchor.After + 1);
        }

        budget.TakeSome(0);
    }

    private static bool ComesSecond(IAlignable items)
    {
        // The longer one has the rows of the table: a band along the diagonal leads to its end.
        if (items.CountBefore != items.CountAfter)
        {
            return items.CountBefore < items.CountAfter;
        }

        for (var index = 0; index < items.CountBefore; index++)
        {
            var order = items.KeyBefore(index).CompareTo(items.KeyAfter(index));
            if (order != 0)
            {
                return order > 0;
            }
        }

        return false;
    }

    private static List<AlignedPair> Fill(IReadOnlyList<AlignedPair> matches, int countBefore, int countAfter)
    {
        var pairs = new List<AlignedPair>(Math.Max(countBefore, countAfter));
        var (before, after) = (0, 0);
        foreach (var match in matches.Append(new AlignedPair(countBefore, countAfter)))
        {
            for (; before < match.Before; before++)
            {
                pairs.Add(new AlignedPair(before, -1));
            }

            for (; after < match.After; after++)
            {
                pairs.Add(new AlignedPair(-1, after));
            }

            if (before < countBefore && after < countAfter)
            {
                pairs.Add(new AlignedPair(before++, after++));
            }
        }

        return pairs;
    }

    private sealed class SwappedSides(IAlignable items) : IAlignable
    {
        public int CountBefore => items.CountAfter;

        public int CountAfter => items.CountBefore;

        public ContentHash KeyBefore(int index) => items.KeyAfter(index);

        public ContentHash KeyAfter(int index) => items.KeyBefore(index);

        public int Cost(int before, int after) => items.Cost(after, before);
    }
}
