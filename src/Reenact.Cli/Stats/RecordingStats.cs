using Reenact.Events;
using Reenact.Format;
using Reenact.Values;

namespace Reenact.Cli;

/// <summary>
/// What makes a recording as big as it is. It is read once, block by block; what is kept grows with the number of methods, of blobs and of calls that
/// are open, and not with what they hold.
/// </summary>
internal sealed class RecordingStats
{
    private readonly Dictionary<uint, string> names = [];
    private readonly Dictionary<uint, Amount> calls = [];
    private readonly Dictionary<long, uint> openCalls = [];
    private readonly Dictionary<uint, int> blobSizes = [];
    private readonly HashSet<uint> usedBlobs = [];

    /// <summary>The bytes of the file.</summary>
    public long Length { get; private init; }

    /// <summary>Blocks as stored, with headers and padding.</summary>
    public SortedDictionary<BlockType, Amount> Blocks { get; } = [];

    /// <summary>What the blocks of events hold, before compression.</summary>
    public long ContentBytes { get; private set; }

    /// <summary>Headers and padding of all blocks.</summary>
    public long FramingBytes { get; private set; }

    /// <summary>Events by kind, before compression.</summary>
    public Dictionary<EventKind, Amount> Events { get; } = [];

    /// <summary>References to content that was there already, and the bytes that they would have taken.</summary>
    public Amount Repeated { get; private set; }

    /// <summary>Why reading ended before the end; empty when it did not.</summary>
    public string Problem { get; private set; } = "";

    /// <summary>Calls by method: how many, and the bytes of all their events, with the content that they brought in. Largest first.</summary>
    public IEnumerable<(string Method, Amount Calls)> Methods =>
        calls.Select(pair => (names.GetValueOrDefault(pair.Key, $"method {pair.Key}"), pair.Value)).OrderByDescending(pair => pair.Value.Bytes).ThenBy(pair => pair.Item1, StringComparer.Ordinal);

    public static RecordingStats Of(Recording recording)
    {
        var stats = new RecordingStats { Length = recording.StoredLength };
        foreach (var block in recording.ReadBlocks())
        {
            if (block.Stored.Fault == BlockFault.Absent)
                break;
            if (block.Stored.Fault != BlockFault.None || block.Reason.Length > 0)
            {
                stats.Problem = $"block {block.Address.Number} at byte {block.Address.Offset} {block.Reason}; what follows it is not counted";
                break;
            }

            stats.Add(block);
        }

        return stats;
    }

    private void Add(ScannedBlock block)
    {
        var type = block.Stored.Header.Type;
        Blocks[type] = Blocks.GetValueOrDefault(type).Add(block.Stored.Bytes.Length);
        FramingBytes += block.Stored.Bytes.Length - block.Stored.Header.BodyLength;
        if (block.Events is not { } events)
            return;
        ContentBytes += events.Body.Length;
        for (var place = 0; place < events.Starts.Length; place++)
            Add(events[place].Span);
    }

    private void Add(ReadOnlySpan<byte> bytes)
    {
        var cursor = new MessagePackCursor(bytes);
        if (!EventHead.TryRead(ref cursor, out var head))
            return;
        Events[head.Kind] = Events.GetValueOrDefault(head.Kind).Add(bytes.Length);
        switch (head.Kind)
        {
            case EventKind.Definition:
                if (cursor.TryReadUInt32(out var defined) && cursor.TryReadText(out var name))
                    names.TryAdd(defined, System.Text.Encoding.UTF8.GetString(name));
                return;
            case EventKind.Blob:
                if (cursor.TryReadUInt32(out var blob) && cursor.TryReadBinary(out var content))
                    blobSizes.TryAdd(blob, content.Length);
                return;
        }

        var brought = AddReferences(bytes);
        AddToMethod(head, cursor, bytes.Length + brought);
    }

    private void AddToMethod(EventHead head, MessagePackCursor cursor, long bytes)
    {
        if (head.Kind == EventKind.CallStarted && cursor.TrySkip(BlockLayout.MaxDepth) && cursor.TryReadUInt32(out var method))
        {
            openCalls[head.Span] = method;
            calls[method] = calls.GetValueOrDefault(method).Add(bytes);
            return;
        }

        // The end of a stream may be followed by its exception, so only returning and failing close a call.
        var isEnd = head.Kind is EventKind.CallReturned or EventKind.CallFailed;
        if (isEnd || head.Kind is EventKind.StreamItem or EventKind.StreamEnded or EventKind.Progress)
        {
            if (!openCalls.TryGetValue(head.Span, out method))
                return;
            calls[method] = calls[method] with { Bytes = calls[method].Bytes + bytes };
            if (isEnd)
                openCalls.Remove(head.Span);
        }
    }

    /// <summary>Counts the blobs that an event refers to, in lists that grew too.</summary>
    /// <returns>The bytes of those that nothing referred to before.</returns>
    private long AddReferences(ReadOnlySpan<byte> bytes, bool isWhole = true)
    {
        var brought = 0L;
        var cursor = new MessagePackCursor(bytes);
        while (!cursor.AtEnd)
        {
            if (!cursor.TryReadExtension(out var type, out var content))
            {
                if (!cursor.TryStep(out _))
                    break;
                continue;
            }

            if (type == ValueExtensionType.GrownList && isWhole)
                brought += AddReferences(content, isWhole: false);
            if (type is not (ValueExtensionType.TextInBlob or ValueExtensionType.BytesInBlob or ValueExtensionType.ValueInBlob))
                continue;
            var parts = new MessagePackCursor(content);
            while (!parts.AtEnd && parts.TryReadUInt32(out var id))
            {
                var size = blobSizes.GetValueOrDefault(id);
                if (usedBlobs.Add(id))
                    brought += size;
                else
                    Repeated = Repeated.Add(size);
            }
        }

        return brought;
    }
}
