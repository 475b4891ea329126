using Reenact.Events;
using Reenact.Values;

namespace Reenact.States;

/// <summary>The elements of one array or map, found without reading them. An element of a map is a key with its value.</summary>
internal sealed class ValueElements
{
    private readonly ReadOnlyMemory<byte> bytes;
    private readonly int[] starts;

    private ValueElements(ReadOnlyMemory<byte> bytes, int[] starts, bool isMap, int header)
    {
        this.bytes = bytes;
        this.starts = starts;
        IsMap = isMap;
        IsShortest = header == (Count < 16 ? 1 : Count <= ushort.MaxValue ? 3 : 5);
    }

    public bool IsMap { get; }

    /// <summary>Whether the header is the shortest there is for this number of elements.</summary>
    public bool IsShortest { get; }

    public int Count => IsMap ? starts.Length / 2 : starts.Length;

    /// <summary>Finds the elements of an array or a map.</summary>
    /// <returns>Null when it is neither, or not whole.</returns>
    public static ValueElements? Of(ReadOnlyMemory<byte> value)
    {
        var cursor = new MessagePackCursor(value.Span);
        var isMap = cursor.TryReadMapHeader(out var count);
        if (!isMap && !cursor.TryReadArrayHeader(out count))
            return null;

        var header = cursor.Position;
        var starts = new int[isMap ? count * 2 : count];
        for (var index = 0; index < starts.Length; index++)
        {
            starts[index] = cursor.Position;
            if (!cursor.TrySkip(ValueLimits.Depth))
                return null;
        }

        return cursor.AtEnd ? new ValueElements(value, starts, isMap, header) : null;
    }

    /// <summary>A whole element; in a map the key with its value.</summary>
    public ReadOnlyMemory<byte> this[int index] => IsMap ? Slice(index * 2, (index * 2) + 2) : Slice(index, index + 1);

    /// <summary>The key of an element of a map.</summary>
    public ReadOnlyMemory<byte> Key(int index) => Slice(index * 2, (index * 2) + 1);

    /// <summary>The value of an element of a map, or the element of an array.</summary>
    public ReadOnlyMemory<byte> Value(int index) => IsMap ? Slice((index * 2) + 1, (index * 2) + 2) : Slice(index, index + 1);

    private ReadOnlyMemory<byte> Slice(int first, int end) => bytes[starts[first]..(end < starts.Length ? starts[end] : bytes.Length)];
}
