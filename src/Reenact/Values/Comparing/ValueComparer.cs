using MessagePack;

namespace Reenact.Values;

/// <summary>
/// Compares recorded values as data: members by name, whatever their order; integers by what they are worth; text and
/// bytes by content, wherever it is stored. A member that only one side has, and with its default, is no difference.
/// </summary>
internal sealed partial class ValueComparer
{
    private const int MaxDifferences = 100;
    private const int MaxShown = 100;

    // In bytes looked at; some values need each of theirs looked at many times.
    private const long MaxWork = 1L << 30;

    private readonly List<ValueDifference> differences = [];
    private readonly ValuePath path;
    private readonly long maxWork;
    private long work;
    private int depth;

    /// <summary>Above zero while the question is only whether two values are the same.</summary>
    private int silent;

    private ValueComparer(string name, long maxWork)
    {
        path = new ValuePath(name);
        this.maxWork = maxWork;
    }

    private bool IsExhausted => work > maxWork || differences.Count == MaxDifferences;

    /// <summary>Compares two values.</summary>
    /// <param name="name">What the value is called, the first step of each path: a parameter's name.</param>
    /// <param name="expected">The value as it should be.</param>
    /// <param name="actual">The value as it is.</param>
    /// <exception cref="ValueFormatException">One of them is damaged.</exception>
    public static ValueComparison Compare(string name, EncodedValue expected, EncodedValue actual)
    {
        var budget = MaxWork;
        return Compare(name, expected, actual, ref budget);
    }

    /// <summary>Compares two values, of many.</summary>
    /// <param name="name">What the value is called, the first step of each path: a parameter's name.</param>
    /// <param name="expected">The value as it should be.</param>
    /// <param name="actual">The value as it is.</param>
    /// <param name="budget">How many bytes may be looked at for all of them; shrinks by those looked at.</param>
    /// <exception cref="ValueFormatException">One of them is damaged.</exception>
    public static ValueComparison Compare(string name, EncodedValue expected, EncodedValue actual, ref long budget)
    {
        if (ReferenceEquals(expected.Blobs, actual.Blobs) && expected.Bytes.Span.SequenceEqual(actual.Bytes.Span))
            return new ValueComparison([], IsComplete: true);

        var comparer = new ValueComparer(name, Math.Min(budget, MaxWork));
        var expectedSide = new ValueSide(expected, new ValueReadContext(expected.Blobs));
        var actualSide = new ValueSide(actual, new ValueReadContext(actual.Blobs));
        try
        {
            comparer.Compare(ref expectedSide, ref actualSide);
        }
        catch (Exception exception) when (exception is MessagePackSerializationException or EndOfStreamException or OverflowException)
        {
            throw ValueReading.Translate(exception, $"A recorded value can't be compared ({name})");
        }
        finally
        {
            budget = Math.Max(0, budget - comparer.work);
        }

        return new ValueComparison(comparer.differences, !comparer.IsExhausted);
    }

    /// <summary>Compares the next values and reads past them. Once it is false and nobody listens any more, both sides are left anywhere.</summary>
    private bool Compare(ref ValueSide expected, ref ValueSide actual)
    {
        if (IsExhausted)
            return false;

        work++;
        var kind = ValueKinds.Of(ref expected.Reader);
        if (kind == ValueKinds.Of(ref actual.Reader) && kind is ValueKind.Array or ValueKind.Map)
            return CompareNested(kind, ref expected, ref actual);

        var expectedValue = expected.Take();
        var actualValue = actual.Take();
        work += expectedValue.Bytes.Length + actualValue.Bytes.Length;
        return Stored.TheSame(expectedValue, actualValue)
            || ScalarComparison.AreEqual(expected.At(expectedValue), actual.At(actualValue), ref work)
            || Changed(expected.At(expectedValue), actual.At(actualValue));
    }

    private bool CompareParts(ValueSide expected, ValueSide actual) => Compare(ref expected, ref actual);

    /// <summary>Whether two values are the same, without a word about what differs.</summary>
    private bool AreSame(ValueSide expected, ValueSide actual)
    {
        var before = depth;
        silent++;
        var same = Compare(ref expected, ref actual);
        silent--;
        depth = before;
        return same;
    }

    private bool CompareNested(ValueKind kind, ref ValueSide expected, ref ValueSide actual)
    {
        if (++depth > ValueLimits.Depth)
            throw new ValueFormatException($"A recorded value is nested deeper than {ValueLimits.Depth} levels; the recording is damaged or forged.");

        var same = kind == ValueKind.Array ? CompareArrays(ref expected, ref actual) : CompareMaps(ref expected, ref actual);
        depth--;
        return same;
    }

    private bool Changed(ValueSide expected, ValueSide actual)
    {
        if (silent > 0 || IsExhausted)
            return false;

        var text = ScalarComparison.FindInText(expected, actual, MaxShown);
        differences.Add(text is { } place
            ? new ValueDifference(path.ToString(), ValueDifferenceKind.Changed, place.Expected, place.Actual, place.Line) { Lines = place.Lines }
            : new ValueDifference(path.ToString(), ValueDifferenceKind.Changed, Print(expected), Print(actual)));
        return false;
    }

    private bool Removed(ValueSide expected) => OneSided(ValueDifferenceKind.Removed, Print(expected), null);

    private bool Added(ValueSide actual) => OneSided(ValueDifferenceKind.Added, null, Print(actual));

    private bool OneSided(ValueDifferenceKind kind, string? expected, string? actual)
    {
        if (silent == 0 && !IsExhausted)
            differences.Add(new ValueDifference(path.ToString(), kind, expected, actual));
        return false;
    }

    private static string Print(ValueSide side) => ValuePrinter.Print(side.Peek(), MaxShown);
}
