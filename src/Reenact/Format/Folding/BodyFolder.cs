using System.Buffers;
using MessagePack;
using Reenact.Events;

namespace Reenact.Format;

/// <summary>Folds a block's body, see <see cref="FoldedForm"/>.</summary>
internal ref struct BodyFolder
{
    private readonly ReadOnlySpan<byte> body;
    private readonly Span<byte> folded;
    private readonly Dictionary<int, Remembered> values = [];
    private readonly Dictionary<int, RememberedKeys> keyLists = [];
    private MessagePackCursor cursor;
    private int length;
    private int valueCount;
    private int keyListCount;

    private BodyFolder(ReadOnlySpan<byte> body, Span<byte> folded)
    {
        this.body = body;
        this.folded = folded;
        cursor = new MessagePackCursor(body);
    }

    /// <summary>Folds a body.</summary>
    /// <param name="body">The events, one after the other.</param>
    /// <param name="eventCount">How many there are.</param>
    /// <param name="folded">Room for as many bytes as the body has.</param>
    /// <param name="length">How many of them are used.</param>
    /// <returns>False when the folded form would be longer, or would not give the same bytes again.</returns>
    public static bool TryFold(ReadOnlySpan<byte> body, int eventCount, Span<byte> folded, out int length)
    {
        var folder = new BodyFolder(body, folded);
        var isFolded = folder.TryFold(eventCount);
        length = folder.length;
        return isFolded && ComesBack(body, eventCount, folded[..length]);
    }

    /// <summary>What can't be had again byte for byte is not folded: a number that is not in its shortest form, say.</summary>
    private static bool ComesBack(ReadOnlySpan<byte> body, int eventCount, ReadOnlySpan<byte> folded)
    {
        var unfolded = ArrayPool<byte>.Shared.Rent(body.Length);
        try
        {
            var again = unfolded.AsSpan(0, body.Length);
            return BodyUnfolder.TryUnfold(folded, eventCount, again) && again.SequenceEqual(body);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(unfolded);
        }
    }

    private bool TryFold(int eventCount)
    {
        if (!TryFoldTimes(eventCount))
            return false;

        long span = 0;
        for (; eventCount > 0; eventCount--)
        {
            var start = cursor.Position;
            if (!cursor.TryReadArrayHeader(out var elements) || elements < 3 || !cursor.TryReadInt64(out _) || !TryCopy(start..cursor.Position)
                || !cursor.TryReadInt64(out _) || !TrySubtract(ref cursor, ref span) || !TryFoldValues(elements - 3, depth: 1))
            {
                return false;
            }
        }

        return cursor.AtEnd;
    }

    private bool TryFoldTimes(int eventCount)
    {
        var events = new MessagePackCursor(body);
        long time = 0;
        for (; eventCount > 0; eventCount--)
        {
            var start = events.Position;
            if (!events.TryReadArrayHeader(out _) || !events.TryReadInt64(out _) || !TrySubtract(ref events, ref time))
                return false;
            events.Position = start;
            if (!events.TrySkip(BlockLayout.MaxDepth))
                return false;
        }

        return true;
    }

    /// <summary>Reads a number, and writes its difference from the one before.</summary>
    private bool TrySubtract(ref MessagePackCursor numbers, ref long before)
    {
        if (!numbers.TryReadInt64(out var number))
            return false;
        var difference = unchecked(number - before);
        before = number;
        return TryWrite(difference);
    }

    private bool TryFoldValues(int count, int depth)
    {
        for (; count > 0; count--)
        {
            if (!TryFoldValue(depth))
                return false;
        }

        return true;
    }

    private bool TryFoldValue(int depth)
    {
        var start = cursor.Position;
        if (depth > BlockLayout.MaxDepth || !cursor.TrySkip(BlockLayout.MaxDepth))
            return false;

        var end = cursor.Position;
        var element = FoldedForm.KindOf(body[start]);
        if (element is FoldedElement.Scalar || (element is FoldedElement.Extension && !IsList(start)))
            return TryCopy(start..end);

        var hash = 0;
        if (element != FoldedElement.Extension && end - start >= FoldedForm.ShortestValue)
        {
            hash = Hash(start..end);
            if (values.TryGetValue(hash, out var known) && body[known.From].SequenceEqual(body[start..end]))
                return TryRefer(valueCount - 1 - known.Number);
        }

        cursor.Position = start;
        var isFolded = element switch
        {
            FoldedElement.Array => cursor.TryReadArrayHeader(out var count) && TryCopy(start..cursor.Position) && TryFoldValues(count, depth + 1),
            FoldedElement.Map => TryFoldMap(depth + 1),
            FoldedElement.Extension => TryFoldList(start, end, depth + 1),
            _ => TryCopy(start..end),
        };
        if (!isFolded || cursor.Position > end)
            return false;

        cursor.Position = end;
        if (element != FoldedElement.Extension && end - start >= FoldedForm.ShortestValue && valueCount < FoldedForm.MaxRemembered)
            values[hash] = new Remembered(start..end, valueCount++);
        return true;
    }

    private bool TryFoldMap(int depth)
    {
        var start = cursor.Position;
        if (!cursor.TryReadMapHeader(out var pairs))
            return false;

        var first = cursor.Position;
        var isShort = pairs is > 0 and <= FoldedForm.MaxKeys;
        var hash = isShort ? HashOfKeys(pairs) : 0;
        cursor.Position = first;
        if (isShort && first - start == (pairs < 16 ? 1 : 3) && keyLists.TryGetValue(hash, out var known) && HasKeys(pairs, known.Keys))
        {
            cursor.Position = first;
            return TryRefer(-1 - known.Number) && TryFoldPairs(pairs, depth, withKeys: false);
        }

        cursor.Position = first;
        if (!TryCopy(start..first) || !TryFoldPairs(pairs, depth, withKeys: true))
            return false;
        if (isShort && keyListCount < FoldedForm.MaxRemembered)
            keyLists[hash] = new RememberedKeys(KeysAt(first, pairs), keyListCount++);
        return true;
    }

    private bool TryFoldPairs(int pairs, int depth, bool withKeys)
    {
        for (; pairs > 0; pairs--)
        {
            var start = cursor.Position;
            if (!cursor.TrySkip(BlockLayout.MaxDepth) || (withKeys && !TryCopy(start..cursor.Position)) || !TryFoldValue(depth))
                return false;
        }

        return true;
    }

    private bool TryFoldList(int start, int end, int depth)
    {
        if (!ExtensionHeader.TryRead(body[start..], out var header, out _, out _) || !TryCopy(start..(start + header)))
            return false;
        cursor.Position = start + header;
        while (cursor.Position < end)
        {
            if (!TryFoldValue(depth))
                return false;
        }

        return true;
    }

    private readonly bool IsList(int start) => ExtensionHeader.TryRead(body[start..], out _, out _, out var type) && FoldedForm.HoldsValues(type);

    /// <summary>Walks over the keys of a map whose pairs come next.</summary>
    private int HashOfKeys(int pairs)
    {
        var hash = new HashCode();
        hash.Add(pairs);
        for (; pairs > 0; pairs--)
        {
            var start = cursor.Position;
            if (!cursor.TrySkip(BlockLayout.MaxDepth))
                return 0;
            hash.AddBytes(body[start..cursor.Position]);
            cursor.TrySkip(BlockLayout.MaxDepth);
        }

        return hash.ToHashCode();
    }

    /// <summary>Where the keys of a map are that was walked over.</summary>
    private readonly Range[] KeysAt(int first, int pairs)
    {
        var keys = new Range[pairs];
        var walk = new MessagePackCursor(body) { Position = first };
        for (var i = 0; i < pairs; i++)
        {
            var start = walk.Position;
            walk.TrySkip(BlockLayout.MaxDepth);
            keys[i] = start..walk.Position;
            walk.TrySkip(BlockLayout.MaxDepth);
        }

        return keys;
    }

    /// <summary>Whether the map whose pairs come next has the keys of an earlier one, of which only the keys are looked at: its values may be long.</summary>
    private bool HasKeys(int pairs, Range[] earlier)
    {
        if (pairs != earlier.Length)
            return false;
        foreach (var key in earlier)
        {
            var start = cursor.Position;
            if (!cursor.TrySkip(BlockLayout.MaxDepth) || !body[start..cursor.Position].SequenceEqual(body[key]) || !cursor.TrySkip(BlockLayout.MaxDepth))
                return false;
        }

        return true;
    }

    private readonly int Hash(Range range)
    {
        var hash = new HashCode();
        hash.AddBytes(body[range]);
        return hash.ToHashCode();
    }

    private bool TryRefer(long number)
    {
        if (length == folded.Length)
            return false;
        folded[length++] = FoldedForm.Mark;
        return TryWrite(number);
    }

    private bool TryWrite(long number)
    {
        if (!MessagePackPrimitives.TryWrite(folded[length..], number, out var written))
            return false;
        length += written;
        return true;
    }

    private bool TryCopy(Range from)
    {
        if (!body[from].TryCopyTo(folded[length..]))
            return false;
        length += body[from].Length;
        return true;
    }

    /// <summary>A value, and its number among them.</summary>
    private readonly record struct Remembered(Range From, int Number);

    /// <summary>The keys of a map, and their number among such lists.</summary>
    private readonly record struct RememberedKeys(Range[] Keys, int Number);
}
