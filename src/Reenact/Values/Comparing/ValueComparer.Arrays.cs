namespace Reenact.Values;

internal sealed partial class ValueComparer
{
    /// <summary>With fewer, elements that have another value say more than elements that are gone and elements that are new.</summary>
    private const int ManyDifferences = 3;

    private bool CompareArrays(ref ValueSide expected, ref ValueSide actual)
    {
        var count = expected.Reader.ReadArrayHeader();
        var actualCount = actual.Reader.ReadArrayHeader();
        if (count != actualCount)
        {
            var expectedStarts = expected.TakeMany(count);
            var actualStarts = actual.TakeMany(actualCount);
            if (silent == 0)
                CompareLengths(expected, expectedStarts, actual, actualStarts);
            return false;
        }

        var expectedElements = expected;
        var actualElements = actual;
        var before = differences.Count;
        var same = true;
        for (var index = 0; index < count && (same || silent == 0) && !IsExhausted; index++)
        {
            path.Enter(index);
            same &= Compare(ref expected, ref actual);
            path.Leave();
        }

        if (differences.Count - before >= ManyDifferences)
            CompareAgain(ref expected, expectedElements, ref actual, actualElements, count, before);
        return same;
    }

    /// <summary>Many elements of arrays of one length differ by place; those of sets may well differ less by value.</summary>
    private void CompareAgain(ref ValueSide expected, ValueSide expectedElements, ref ValueSide actual, ValueSide actualElements, int count, int before)
    {
        var expectedStarts = expectedElements.TakeMany(count);
        var actualStarts = actualElements.TakeMany(count);
        work += expectedStarts[^1] - expectedStarts[0] + actualStarts[^1] - actualStarts[0];
        if (!TryCompareAscending(
            expectedElements, new(expectedStarts, 0, count), actualElements, new(actualStarts, 0, count), before, differences.Count - before))
        {
            return;
        }

        // With fewer differences, the comparison may go on where it had ended: behind these elements.
        expected = expectedElements;
        actual = actualElements;
    }

    /// <summary>
    /// Elements were put in or taken out. What both arrays begin and end with is the same; of what is between, elements
    /// are compared one by one, and the rest of the longer array is new or gone.
    /// </summary>
    /// <param name="expected">One side.</param>
    /// <param name="expectedStarts">Where its elements start, and where the last one ends.</param>
    /// <param name="actual">The other side.</param>
    /// <param name="actualStarts">Where its elements start, and where the last one ends.</param>
    private void CompareLengths(ValueSide expected, int[] expectedStarts, ValueSide actual, int[] actualStarts)
    {
        work += expectedStarts[^1] - expectedStarts[0] + actualStarts[^1] - actualStarts[0];
        var expectedEnd = expectedStarts.Length - 1;
        var actualEnd = actualStarts.Length - 1;
        var index = 0;
        while (index < expectedEnd && index < actualEnd && AreSame(expected.Part(expectedStarts, index), actual.Part(actualStarts, index)))
            index++;

        while (index < expectedEnd && index < actualEnd && AreSame(expected.Part(expectedStarts, expectedEnd - 1), actual.Part(actualStarts, actualEnd - 1)))
        {
            expectedEnd--;
            actualEnd--;
        }

        var expectedRest = new ElementRange(expectedStarts, index, expectedEnd);
        var actualRest = new ElementRange(actualStarts, index, actualEnd);
        if (TryCompareAscending(expected, expectedRest, actual, actualRest, differences.Count, CountByPlace(expected, expectedRest, actual, actualRest)))
            return;

        for (; (index < expectedEnd || index < actualEnd) && !IsExhausted; index++)
        {
            path.Enter(index);
            if (index >= actualEnd)
                Removed(expected.Part(expectedStarts, index));
            else if (index >= expectedEnd)
                Added(actual.Part(actualStarts, index));
            else
                CompareParts(expected.Part(expectedStarts, index), actual.Part(actualStarts, index));
            path.Leave();
        }
    }
}
