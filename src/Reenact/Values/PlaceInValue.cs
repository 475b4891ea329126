using MessagePack;
using Reenact.Events;

namespace Reenact.Values;

/// <summary>
/// Finds which elements of a value stand around one of its bytes. It walks the value from its beginning, which may also be all that there
/// is of it so far, and takes time only where something has gone wrong. Nothing throws.
/// </summary>
internal ref struct PlaceInValue
{
    private readonly ReadOnlyMemory<byte> value;
    private readonly int place;
    private readonly List<Container> containers = [];
    private readonly List<PathStep> steps = [];
    private PathStep[] behind = [];
    private MessagePackCursor cursor;

    private PlaceInValue(ReadOnlyMemory<byte> value, int place)
    {
        this.value = value;
        this.place = place;
        cursor = new MessagePackCursor(value.Span);
    }

    /// <summary>The steps to the element that begins at a place, or that the place is within.</summary>
    public static PathStep[] Before(ReadOnlyMemory<byte> value, int place)
    {
        var walk = new PlaceInValue(value, place);
        walk.Walk();
        return [.. walk.steps];
    }

    /// <summary>The steps to the innermost element that has just ended at a place, or whose header has.</summary>
    public static PathStep[] Behind(ReadOnlyMemory<byte> value, int place)
    {
        var walk = new PlaceInValue(value, place);
        walk.Walk();
        return walk.behind;
    }

    private void Walk()
    {
        while (cursor.Position < place && Step())
        {
            if (!NextElement())
                return;
        }
    }

    /// <summary>Goes over a scalar or into a container.</summary>
    /// <returns>Whether it is all there.</returns>
    private bool Step()
    {
        var left = value.Span[cursor.Position..];
        if (left.IsEmpty)
            return false;

        if (MessagePackPrimitives.TryReadArrayHeader(left, out var count, out var length) == MessagePackPrimitives.DecodeResult.Success)
            Open(isMap: false, count, length);
        else if (MessagePackPrimitives.TryReadMapHeader(left, out count, out length) == MessagePackPrimitives.DecodeResult.Success)
            Open(isMap: true, count, length);
        else if (!cursor.TryStep(out _))
            return false;

        if (cursor.Position >= place)
            behind = [.. steps];

        return true;
    }

    private void Open(bool isMap, uint count, int length)
    {
        cursor.Position += length;
        containers.Add(new Container(isMap, count, -1));
    }

    /// <summary>Goes to where the next element begins, in this container or in one around it.</summary>
    /// <returns>False when the value is over, or when the place comes before the next element.</returns>
    private bool NextElement()
    {
        while (containers.Count > 0)
        {
            var inner = containers[^1];
            if (steps.Count == containers.Count)
                steps.RemoveAt(steps.Count - 1);

            if (inner.Left > 0)
            {
                containers[^1] = inner with { Left = inner.Left - 1, Index = inner.Index + 1 };
                return Enter(inner.IsMap, inner.Index + 1);
            }

            containers.RemoveAt(containers.Count - 1);
        }

        return false;
    }

    private bool Enter(bool isMap, int index)
    {
        var start = cursor.Position;
        if (!isMap)
        {
            steps.Add(new PathStep(start, index, default));
            return true;
        }

        // What stops between a member and the next, or in the name of one, is about the whole map.
        if (start >= place || !cursor.TrySkip(ValueLimits.Depth))
            return false;

        steps.Add(new PathStep(cursor.Position, -1, value[start..cursor.Position]));
        if (cursor.Position >= place)
            behind = [.. steps];

        return true;
    }

    private readonly record struct Container(bool IsMap, uint Left, int Index);
}
