using Reenact.Events;
using Reenact.Values;

namespace Reenact.Replaying;

/// <summary>One argument, or the elements of one that is an array, in two encodings that were found to be of the same content.</summary>
internal sealed class KnownArgument
{
    private readonly KnownBytes recordedBytes = new();
    private readonly KnownBytes actualBytes = new();
    private readonly List<(int Recorded, int Actual)> ends = [];

    /// <summary>Whether it is the elements of an array, after its header; otherwise it is a whole value, or nothing.</summary>
    private bool isArray;

    /// <summary>Passes over the argument in both encodings.</summary>
    /// <returns>False where they are not the same; the cursors stand anywhere then.</returns>
    /// <exception cref="ValueFormatException">A blob is missing.</exception>
    public bool TryPass(
        ReadOnlySpan<byte> recorded, ref MessagePackCursor left, ReadOnlySpan<byte> actual, ref MessagePackCursor right, IBlobSource blobs)
    {
        if (GrownList.Is(recorded[left.Position..]))
        {
            return left.TryReadExtension(out _, out var grown) && right.TryReadExtension(out var type, out var actualGrown)
                && type == ValueExtensionType.GrownList && StoredContent.AreSameElements(grown, actualGrown, blobs);
        }

        if (left.TryReadArrayHeader(out var count))
        {
            return right.TryReadArrayHeader(out var actualCount) && count == actualCount && TryPassElements(count, recorded, ref left, actual, ref right, blobs);
        }

        if (!isArray && recordedBytes.Length > 0
            && recorded[left.Position..].StartsWith(recordedBytes.Span) && actual[right.Position..].StartsWith(actualBytes.Span))
        {
            left.Position += recordedBytes.Length;
            right.Position += actualBytes.Length;
            return true;
        }

        Forget(isArrayNow: false);
        var (from, fromActual) = (left.Position, right.Position);
        return StoredContent.TryPassArgument(recorded, ref left, actual, ref right, blobs) && Remember(recorded[from..left.Position], actual[fromActual..right.Position]);
    }

    private bool TryPassElements(
        int count, ReadOnlySpan<byte> recorded, ref MessagePackCursor left, ReadOnlySpan<byte> actual, ref MessagePackCursor right, IBlobSource blobs)
    {
        if (!isArray)
        {
            Forget(isArrayNow: true);
        }

        // No encoding of a value begins with that of another: where the bytes are those of whole elements, so are the elements.
        var sameRecorded = recorded[left.Position..].CommonPrefixLength(recordedBytes.Span);
        var sameActual = actual[right.Position..].CommonPrefixLength(actualBytes.Span);
        var known = Math.Min(ends.Count, count);
        while (known > 0 && (ends[known - 1].Recorded > sameRecorded || ends[known - 1].Actual > sameActual))
        {
            known--;
        }

        ends.RemoveRange(known, ends.Count - known);
        var end = known == 0 ? default : ends[known - 1];
        recordedBytes.Length = end.Recorded;
        actualBytes.Length = end.Actual;
        left.Position += end.Recorded;
        right.Position += end.Actual;
        for (; known < count; known++)
        {
            if (!TryPassNew(recorded, ref left, actual, ref right, blobs))
            {
                return false;
            }

            ends.Add((recordedBytes.Length, actualBytes.Length));
        }

        return true;
    }

    private bool TryPassNew(
        ReadOnlySpan<byte> recorded, ref MessagePackCursor left, ReadOnlySpan<byte> actual, ref MessagePackCursor right, IBlobSource blobs)
    {
        var (from, fromActual) = (left.Position, right.Position);
        if (!StoredContent.TryPassValue(recorded, ref left, actual, ref right, blobs))
        {
            return false;
        }

        return Remember(recorded[from..left.Position], actual[fromActual..right.Position]);
    }

    private bool Remember(ReadOnlySpan<byte> recorded, ReadOnlySpan<byte> actual)
    {
        recordedBytes.Append(recorded);
        actualBytes.Append(actual);
        return true;
    }

    private void Forget(bool isArrayNow)
    {
        isArray = isArrayNow;
        ends.Clear();
        recordedBytes.Length = actualBytes.Length = 0;
    }
}
