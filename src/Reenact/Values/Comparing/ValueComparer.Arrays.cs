namespace Reenact.Values;

internal sealed partial class ValueComparer
{
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

        var same = true;
        for (var index = 0; index < count && (same || silent == 0) && !IsExhausted; index++)
        {
            path.Enter(index);
            same &= Compare(ref expected, ref actual);
            path.Leave();
        }

        return same;
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
