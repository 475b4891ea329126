using Reenact.Values;

namespace Reenact.Events;

/// <summary>A list that is stored as what it has more than one that an earlier call was given.</summary>
/// <param name="Event">The number of the event that starts that call.</param>
/// <param name="Place">The place of that call's argument, from 0.</param>
/// <param name="Kept">How many elements of that argument are kept.</param>
/// <param name="Items">The elements that follow them, one after the other.</param>
internal readonly record struct GrownList(long Event, int Place, int Kept, ReadOnlyMemory<byte> Items)
{
    /// <summary>How deep its elements may be nested.</summary>
    public const int ItemDepth = ValueLimits.Depth - 1;

    /// <summary>Whether a value is stored so.</summary>
    public static bool Is(ReadOnlySpan<byte> value)
    {
        var cursor = new MessagePackCursor(value);
        return !value.IsEmpty && value[0] is (>= 0xC7 and <= 0xC9) or (>= 0xD4 and <= 0xD8)
            && cursor.TryReadExtension(out var type, out _) && type == ValueExtensionType.GrownList;
    }

    /// <summary>Reads it.</summary>
    /// <param name="value">One value, and nothing else.</param>
    /// <param name="list">What it says.</param>
    /// <returns>False where it is no such list, or a malformed one.</returns>
    public static bool TryRead(ReadOnlyMemory<byte> value, out GrownList list)
    {
        list = default;
        var cursor = new MessagePackCursor(value.Span);
        if (!cursor.TryReadExtension(out var type, out var body) || type != ValueExtensionType.GrownList)
        {
            return false;
        }

        var fields = new MessagePackCursor(body);
        if (!fields.TryReadInt64(out var sequence) || sequence < 0 || !fields.TryReadInt32(out var place) || !fields.TryReadInt32(out var kept))
        {
            return false;
        }

        list = new GrownList(sequence, place, kept, value[^(body.Length - fields.Position)..]);
        return true;
    }
}
