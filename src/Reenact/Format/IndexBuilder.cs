using Reenact.Events;
using Reenact.Values;

namespace Reenact.Format;

/// <summary>
/// Makes the index and the summary of a recording from its blocks, in order. The writer and whoever rebuilds them by
/// scanning use this same code, so that both come to the same bytes. Not thread-safe.
/// </summary>
internal sealed class IndexBuilder
{
    private long lastFirstTime;

    public RecordingIndex Index { get; } = new();

    public SummaryBuilder Summary { get; } = new();

    /// <summary>Adds a block without events.</summary>
    public void Add(int blockLength) => Index.AddBlock(blockLength, eventCount: 0, lastFirstTime);

    /// <summary>Adds a block of events that are not looked at, or can't be, because the key is missing.</summary>
    public void AddUnread(int blockLength, int eventCount) => Index.AddBlock(blockLength, eventCount, lastFirstTime);

    /// <summary>Adds a block of events that <see cref="EventBody.FindEvents"/> found whole.</summary>
    public void Add(int blockLength, ReadOnlySpan<byte> body, ReadOnlySpan<int> starts)
    {
        for (var index = 0; index < starts.Length; index++)
        {
            var cursor = new MessagePackCursor(body[EventBody.EventAt(starts, index, body.Length)]);
            if (!EventHead.TryRead(ref cursor, out var head))
                continue;
            if (index == 0)
                lastFirstTime = head.Time;
            var sequence = Index.NextSequence + index;
            if (head.Kind == EventKind.Snapshot)
                AddSnapshot(body[EventBody.EventAt(starts, index, body.Length)], cursor, sequence);
            else
                AddToTables(head.Kind, cursor, sequence);
            Summary.Add(head, cursor);
        }

        Index.AddBlock(blockLength, starts.Length, lastFirstTime);
    }

    private void AddToTables(EventKind kind, MessagePackCursor cursor, long sequence)
    {
        var table = kind switch
        {
            EventKind.Definition => Index.Definitions,
            EventKind.Blob => Index.Blobs,
            _ => null,
        };
        if (table is not null && cursor.TryReadUInt32(out var id) && id > 0)
            table.TryAdd(id, sequence);
    }

    private void AddSnapshot(ReadOnlySpan<byte> snapshot, MessagePackCursor cursor, long sequence)
    {
        var start = cursor.Position;
        if (!cursor.TrySkip(ValueLimits.Depth))
            return;

        // A state without an end, as only a forged event has it, is full: whoever reads it says what is wrong.
        var name = snapshot[start..cursor.Position];
        var isDelta = cursor.TrySkip(ValueLimits.Depth) && cursor.TryReadInt32(out var kind) && kind != 0;
        Index.Snapshots.Add(sequence, name, isDelta);
    }
}
