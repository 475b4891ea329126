using Reenact.Events;
using Reenact.Format;
using Reenact.Values;

namespace Reenact.Recorders;

/// <summary>Where a session was when its recording ended: what the next writer must know to go on with it.</summary>
internal sealed class ResumePoint
{
    /// <summary>Numbers beyond this are forged: a session has not so many calls, methods or texts.</summary>
    private const uint LargestId = int.MaxValue;

    private ResumePoint()
    {
    }

    /// <summary>When the session started; null when no event says so.</summary>
    public DateTimeOffset? StartTime { get; private set; }

    /// <summary>The number of the event that says so; −1 when there is none.</summary>
    public long Start { get; private set; } = -1;

    /// <summary>The largest time of an event.</summary>
    public long LastTime { get; private set; }

    /// <summary>The largest number of a call.</summary>
    public uint Spans { get; private set; }

    /// <summary>The definitions, by what they say behind their id.</summary>
    public Dictionary<ContentHash, uint> Definitions { get; } = [];

    /// <summary>The largest id of a definition.</summary>
    public uint LastDefinition { get; private set; }

    /// <summary>The blobs, by their content.</summary>
    public Dictionary<ContentHash, uint> Blobs { get; } = [];

    /// <summary>The largest id of a blob.</summary>
    public uint LastBlob { get; private set; }

    /// <summary>
    /// Whether a replay is exact up to here. Only the end of a session says so: events don't show how many flows of code there were. Before any
    /// code of it, it is.
    /// </summary>
    public bool IsExact { get; private set; } = true;

    /// <summary>Reads a recording to its end.</summary>
    /// <param name="events">Its events.</param>
    /// <param name="name">Its name, for messages.</param>
    /// <exception cref="RecordingException">It can't be read, or says what can't be.</exception>
    public static ResumePoint Read(EventSource events, string name)
    {
        var point = new ResumePoint();
        for (var cursor = new EventCursor(events, onProblem: null, atEnd: null); cursor.MoveNext();)
        {
            point.Take(cursor);
        }

        if (point.LastTime is < 0 or > 1L << 60 || point.Spans > LargestId || point.LastDefinition > LargestId || point.LastBlob > LargestId)
        {
            throw new RecordingException(
                RecordingErrorKind.Damaged, name, $"{name}: its numbers of calls, methods or texts, or its times, leave no room for more, as no session's do. It can be read, but not gone on with.");
        }

        return point;
    }

    /// <summary>What makes two definitions the same: everything behind the id.</summary>
    public static ContentHash Identify(ReadOnlySpan<byte> definition)
    {
        var cursor = new MessagePackCursor(definition);
        _ = EventHead.TryRead(ref cursor, out _) && cursor.TryReadUInt32(out _);
        return ContentHash.Of(definition[cursor.Position..]);
    }

    private void Take(EventCursor cursor)
    {
        var head = cursor.Head;
        var fields = cursor.Fields;
        LastTime = Math.Max(LastTime, head.Time);
        Spans = Math.Max(Spans, (uint)Math.Min(head.Span, uint.MaxValue));
        switch (head.Kind)
        {
            case EventKind.SessionStarted when Start < 0:
                Start = cursor.Sequence;
                StartTime = (cursor.Parse() as SessionStartedEvent)?.StartTime;
                break;
            case EventKind.SessionEnded:
                IsExact = cursor.Parse() is SessionEndedEvent { Exactness: Exactness.Exact };
                break;
            case EventKind.Definition when fields.TryReadUInt32(out var id):
                LastDefinition = Math.Max(LastDefinition, id);
                Definitions.TryAdd(Identify(cursor.Bytes.Span), id);
                break;
            case EventKind.Blob when fields.TryReadUInt32(out var id) && fields.TryReadBinary(out var content):
                LastBlob = Math.Max(LastBlob, id);
                Blobs.TryAdd(ContentHash.Of(content), id);
                break;
            case EventKind.CallStarted or EventKind.ValueCaptured or EventKind.Snapshot or EventKind.Decision:
                IsExact = false;
                break;
        }
    }
}
