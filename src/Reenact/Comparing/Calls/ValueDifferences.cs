using Reenact.Events;
using Reenact.Values;

namespace Reenact.Comparing;

/// <summary>Compares values of two recordings, and collects what differs. Not thread-safe.</summary>
internal sealed class ValueDifferences(ComparedSide before, ComparedSide after, long maxBytes)
{
    private const int PrintedLength = 100;

    private long budget = maxBytes;

    /// <summary>Whether values were too large, or too many, to say how they differ.</summary>
    public bool WasShort { get; private set; }

    /// <summary>Compares two values; one may be absent.</summary>
    public void Compare(string name, RecordedValue one, RecordedValue other, List<ValueDifference> found)
    {
        if (one.IsAbsent || other.IsAbsent)
        {
            if (!one.IsAbsent)
            {
                found.Add(new ValueDifference(name, ValueDifferenceKind.Removed, Print(one), null));
            }
            else if (!other.IsAbsent)
            {
                found.Add(new ValueDifference(name, ValueDifferenceKind.Added, null, Print(other)));
            }

            return;
        }

        var (expected, actual) = (before.Translate(one), after.Translate(other));
        if (expected.Bytes.Span.SequenceEqual(actual.Bytes.Span))
        {
            return;
        }

        if (budget == 0)
        {
            WasShort = true;
            found.Add(new ValueDifference(name, ValueDifferenceKind.Changed, Print(one), Print(other)));
            return;
        }

        try
        {
            var comparison = ValueComparer.Compare(name, expected, actual, ref budget);
            found.AddRange(comparison.Differences);
            WasShort |= !comparison.IsComplete;
            if (!comparison.IsComplete && comparison.Differences.Count == 0)
            {
                found.Add(new ValueDifference(name, ValueDifferenceKind.Changed, Print(one), Print(other)));
            }
        }
        catch (ValueFormatException)
        {
            found.Add(new ValueDifference(name, ValueDifferenceKind.Changed, Print(one), Print(other)));
        }
    }

    /// <summary>Compares two texts; null is none.</summary>
    public static void Compare(string name, string? one, string? other, List<ValueDifference> found)
    {
        if (one != other)
        {
            var kind = one is null ? ValueDifferenceKind.Added : other is null ? ValueDifferenceKind.Removed : ValueDifferenceKind.Changed;
            found.Add(new ValueDifference(name, kind, Quote(one), Quote(other)));
        }
    }

    public static string Print(RecordedValue value) => value.IsAbsent ? "" : ValuePrinter.Print(new EncodedValue(value.Bytes, value.Blobs), PrintedLength);

    public static string? Quote(string? text) => text is null ? null : TextEscape.Quote(text, PrintedLength);
}
