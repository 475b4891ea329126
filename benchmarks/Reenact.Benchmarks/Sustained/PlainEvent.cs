using MessagePack;
using Reenact.Events;
using Reenact.Format;

namespace Reenact.Benchmarks.Sustained;

/// <summary>An event as other stores would be given it: a few columns, and what it holds as JSON that is there already.</summary>
internal sealed record PlainEvent(long Sequence, EventKind Kind, long Time, long Span, string Content)
{
    /// <summary>The events of blocks.</summary>
    public static List<PlainEvent> Of(IEnumerable<RecordedBlock> blocks) => [.. blocks.SelectMany(Read)];

    private static List<PlainEvent> Read(RecordedBlock block)
    {
        var starts = new int[block.Count];
        EventBody.FindEvents(block.Body.Span, starts);
        var events = new List<PlainEvent>();
        for (var place = 0; place < starts.Length; place++)
        {
            var bytes = block.Body[EventBody.EventAt(starts, place, block.Body.Length)];
            var cursor = new MessagePackCursor(bytes.Span);
            EventHead.TryRead(ref cursor, out var head);
            events.Add(new PlainEvent((long)block.First + place, head.Kind, head.Time, head.Span, MessagePackSerializer.ConvertToJson(bytes)));
        }

        return events;
    }
}
