using MessagePack;
using Reenact.Events;

namespace Reenact.Format;

/// <summary>Makes a block's body again from its folded form. Hostile bytes cost no more than the length that the block's header states.</summary>
internal ref struct BodyUnfolder
{
    private readonly ReadOnlySpan<byte> folded;
    private readonly Span<byte> body;
    private readonly List<Range> values = [];
    private readonly List<Range[]> keyLists = [];
    private MessagePackCursor cursor;
    private int length;

    private BodyUnfolder(ReadOnlySpan<byte> folded, Span<byte> body)
    {
        this.folded = folded;
        this.body = body;
        cursor = new MessagePackCursor(folded);
    }

    /// <summary>Unfolds a body.</summary>
    /// <param name="folded">Its folded form, decompressed.</param>
    /// <param name="eventCount">How many events that are.</param>
    /// <param name="body">Exactly as long as the body is.</param>
    /// <returns>Whether it is a folded form of that many events and that length.</returns>
    public static bool TryUnfold(ReadOnlySpan<byte> folded, int eventCount, Span<byte> body)
    {
        var unfolder = new BodyUnfolder(folded, body);
        return unfolder.TryUnfold(eventCount);
    }

    private bool TryUnfold(int eventCount)
    {
        // All times come first: next to each other they compress better, and so does what they would stand between.
        var times = new MessagePackCursor(folded);
        for (var i = 0; i < eventCount; i++)
        {
            if (!cursor.TryReadInt64(out _))
                return false;
        }

        long time = 0, span = 0;
        for (; eventCount > 0; eventCount--)
        {
            var start = cursor.Position;
            if (!cursor.TryReadArrayHeader(out var elements) || elements < 3 || !cursor.TryReadInt64(out _) || !TryCopy(start..cursor.Position)
                || !TryAdd(ref times, ref time) || !TryAdd(ref cursor, ref span) || !TryUnfoldValues(elements - 3, depth: 1))
            {
                return false;
            }
        }

        return cursor.AtEnd && length == body.Length;
    }

    /// <summary>Reads a difference, and writes the number that it leads to.</summary>
    private bool TryAdd(ref MessagePackCursor differences, ref long number)
    {
        if (!differences.TryReadInt64(out var difference))
            return false;
        number = unchecked(number + difference);
        if (!MessagePackPrimitives.TryWrite(body[length..], number, out var written))
            return false;
        length += written;
        return true;
    }

    private bool TryUnfoldValues(int count, int depth)
    {
        for (; count > 0; count--)
        {
            if (!TryUnfoldValue(depth))
                return false;
        }

        return true;
    }

    private bool TryUnfoldValue(int depth)
    {
        if (depth > BlockLayout.MaxDepth || cursor.AtEnd)
            return false;

        var start = cursor.Position;
        var at = length;
        switch (FoldedForm.KindOf(folded[start]))
        {
            case FoldedElement.Reference:
                return TryFollow(depth);
            case FoldedElement.Array:
                if (!cursor.TryReadArrayHeader(out var count) || !TryCopy(start..cursor.Position) || !TryUnfoldValues(count, depth + 1))
                    return false;
                break;
            case FoldedElement.Map:
                if (!cursor.TryReadMapHeader(out var pairs) || !TryCopy(start..cursor.Position) || !TryUnfoldPairs(pairs, depth + 1))
                    return false;
                break;
            case FoldedElement.Extension when IsList(out var header, out var end):
                return TryCopy(start..(start + header)) && TryUnfoldList(start + header, at + header + end, depth + 1);
            case FoldedElement.Bytes:
                if (!cursor.TryStep(out _) || !TryCopy(start..cursor.Position))
                    return false;
                break;
            default:
                return cursor.TryStep(out var nested) && nested == 0 && TryCopy(start..cursor.Position);
        }

        Remember(at);
        return true;
    }

    /// <summary>Unfolds the pairs of a map, and remembers its keys.</summary>
    private bool TryUnfoldPairs(int pairs, int depth)
    {
        var keys = pairs is > 0 and <= FoldedForm.MaxKeys && keyLists.Count < FoldedForm.MaxRemembered ? new Range[pairs] : null;
        for (var i = 0; i < pairs; i++)
        {
            var start = cursor.Position;
            var at = length;
            if (!cursor.TrySkip(BlockLayout.MaxDepth) || !TryCopy(start..cursor.Position))
                return false;
            if (keys is not null)
                keys[i] = at..length;
            if (!TryUnfoldValue(depth))
                return false;
        }

        if (keys is not null && keyLists.Count < FoldedForm.MaxRemembered)
            keyLists.Add(keys);
        return true;
    }

    /// <summary>Puts in what came before: a value, or the keys of a map, whose values follow.</summary>
    private bool TryFollow(int depth)
    {
        cursor.Position++;
        if (!cursor.TryReadInt64(out var number))
            return false;
        if (number >= 0)
            return number < values.Count && TryRepeat(values[values.Count - 1 - (int)number]);

        if (-1 - number is var list && list >= keyLists.Count)
            return false;
        var keys = keyLists[(int)list];
        var at = length;
        if (!MessagePackPrimitives.TryWriteMapHeader(body[length..], (uint)keys.Length, out var written))
            return false;
        length += written;
        foreach (var key in keys)
        {
            if (!TryRepeat(key) || !TryUnfoldValue(depth + 1))
                return false;
        }

        Remember(at);
        return true;
    }

    /// <summary>Whether an extension of values comes: then how long its header is, and how long its values are when they are unfolded.</summary>
    private readonly bool IsList(out int header, out int end)
    {
        (header, end) = (0, 0);
        var rest = folded[cursor.Position..];
        if (!ExtensionHeader.TryRead(rest, out header, out var stated, out var type) || !FoldedForm.HoldsValues(type) || stated > body.Length)
            return false;
        end = (int)stated;
        return true;
    }

    private bool TryUnfoldList(int start, int end, int depth)
    {
        cursor.Position = start;
        while (length < end)
        {
            if (!TryUnfoldValue(depth))
                return false;
        }

        return length == end;
    }

    private void Remember(int at)
    {
        if (length - at >= FoldedForm.ShortestValue && values.Count < FoldedForm.MaxRemembered)
            values.Add(at..length);
    }

    private bool TryCopy(Range from) => TryWrite(folded[from]);

    private bool TryRepeat(Range from) => TryWrite(body[from]);

    private bool TryWrite(ReadOnlySpan<byte> bytes)
    {
        if (!bytes.TryCopyTo(body[length..]))
            return false;
        length += bytes.Length;
        return true;
    }
}
