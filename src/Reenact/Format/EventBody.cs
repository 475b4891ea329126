using Reenact.Events;

namespace Reenact.Format;

/// <summary>The body of an events block: events one after the other.</summary>
internal static class EventBody
{
    /// <summary>Finds where each event begins, and checks that the body is exactly that many whole events.</summary>
    /// <param name="body">The body, decompressed.</param>
    /// <param name="starts">As long as the number of events.</param>
    /// <returns>Null, or what is wrong.</returns>
    public static string? FindEvents(ReadOnlySpan<byte> body, Span<int> starts)
    {
        var cursor = new MessagePackCursor(body);
        for (var index = 0; index < starts.Length; index++)
        {
            starts[index] = cursor.Position;
            if (EventHead.TryRead(ref cursor, out _, out var rest) && cursor.TrySkip(rest, BlockLayout.MaxDepth))
                continue;
            cursor.Position = starts[index];
            return cursor.TrySkip(BlockLayout.MaxDepth)
                ? $"event {index} of {starts.Length} in the block, at byte {starts[index]} of its body, is no array of kind, time and span"
                : $"event {index} of {starts.Length} in the block, at byte {starts[index]} of its body, is not whole MessagePack, or is nested deeper than {BlockLayout.MaxDepth} levels";
        }

        return cursor.AtEnd ? null : $"{body.Length - cursor.Position} bytes follow the last of {starts.Length} events in the block";
    }

    /// <summary>The bytes of one event.</summary>
    public static Range EventAt(ReadOnlySpan<int> starts, int index, int bodyLength) =>
        starts[index]..(index + 1 < starts.Length ? starts[index + 1] : bodyLength);
}
