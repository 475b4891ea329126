using MessagePack;

namespace Reenact.Values;

/// <summary>
/// Arrays whose elements ascend by their bytes, as those of collections without an order do: one element more moves all that
/// follow it, so elements are compared with their equals instead of with those of their place, where that says less.
/// </summary>
internal sealed partial class ValueComparer
{
    /// <summary>Compares elements with their equals unless they don't ascend, are no scalars, or more differences were told that way.</summary>
    /// <param name="expected">One side.</param>
    /// <param name="expectedElements">Its elements.</param>
    /// <param name="actual">The other side.</param>
    /// <param name="actualElements">Its elements.</param>
    /// <param name="before">How many differences were told before those of these elements.</param>
    /// <param name="most">How many differences there are by place.</param>
    private bool TryCompareAscending(
        ValueSide expected, ElementRange expectedElements, ValueSide actual, ElementRange actualElements, int before, int most)
    {
        if (!Ascends(expected, expectedElements) || !Ascends(actual, actualElements))
            return false;

        if (CountDifferences(expected, expectedElements, actual, actualElements) >= most)
            return false;

        differences.RemoveRange(before, differences.Count - before);
        var (from, actualFrom) = (expectedElements.From, actualElements.From);
        while ((from < expectedElements.To || actualFrom < actualElements.To) && !IsExhausted)
        {
            var order = Order(expected, expectedElements, from, actual, actualElements, actualFrom);
            path.Enter(order <= 0 ? from : actualFrom);
            if (order < 0)
                Removed(expected.Part(expectedElements.Starts, from));
            else if (order > 0)
                Added(actual.Part(actualElements.Starts, actualFrom));
            path.Leave();
            from += order <= 0 ? 1 : 0;
            actualFrom += order >= 0 ? 1 : 0;
        }

        return true;
    }

    private static int CountByPlace(ValueSide expected, ElementRange expectedElements, ValueSide actual, ElementRange actualElements)
    {
        var count = Math.Max(expectedElements.Count, actualElements.Count);
        for (var index = Math.Min(expectedElements.Count, actualElements.Count) - 1; index >= 0; index--)
        {
            if (expected.BytesOf(expectedElements.Starts, expectedElements.From + index).SequenceEqual(actual.BytesOf(actualElements.Starts, actualElements.From + index)))
                count--;
        }

        return count;
    }

    private static int CountDifferences(ValueSide expected, ElementRange expectedElements, ValueSide actual, ElementRange actualElements)
    {
        var count = 0;
        var (from, actualFrom) = (expectedElements.From, actualElements.From);
        while (from < expectedElements.To || actualFrom < actualElements.To)
        {
            var order = Order(expected, expectedElements, from, actual, actualElements, actualFrom);
            count += order == 0 ? 0 : 1;
            from += order <= 0 ? 1 : 0;
            actualFrom += order >= 0 ? 1 : 0;
        }

        return count;
    }

    /// <summary>Which side's element comes first; the other side's where one has no more.</summary>
    private static int Order(ValueSide expected, ElementRange expectedElements, int from, ValueSide actual, ElementRange actualElements, int actualFrom)
    {
        if (from == expectedElements.To)
            return 1;

        return actualFrom == actualElements.To
            ? -1
            : expected.BytesOf(expectedElements.Starts, from).SequenceCompareTo(actual.BytesOf(actualElements.Starts, actualFrom));
    }

    private static bool Ascends(ValueSide side, ElementRange elements)
    {
        var last = ReadOnlySpan<byte>.Empty;
        for (var index = elements.From; index < elements.To; index++)
        {
            var element = side.BytesOf(elements.Starts, index);
            if (last.SequenceCompareTo(element) > 0 || MessagePackCode.ToMessagePackType(element[0]) is MessagePackType.Array or MessagePackType.Map or MessagePackType.Extension)
                return false;

            last = element;
        }

        return true;
    }

    /// <summary>Some of the elements that <see cref="ValueSide.TakeMany"/> skipped.</summary>
    private readonly record struct ElementRange(int[] Starts, int From, int To)
    {
        public int Count => To - From;
    }
}
