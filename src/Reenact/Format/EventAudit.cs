using Reenact.Events;
using Reenact.Integrity;

namespace Reenact.Format;

/// <summary>
/// Checks that events make sense one after the other: what they refer to came before, and what ends had started. It takes the blocks in order. Not
/// thread-safe.
/// </summary>
internal sealed class EventAudit(Action<FindingSeverity, string, long?> add)
{
    private readonly NumberSet definitions = new();
    private readonly NumberSet methods = new();
    private readonly NumberSet blobs = new();
    private readonly HashSet<long> open = [];
    private readonly NumberSet returned = new();
    private readonly NumberSet streams = new();
    private readonly List<AuditFact> late = [];
    private readonly ListAudit lists = new(add);
    private bool any;
    private long? started;
    private long? ended;

    /// <summary>Takes the next block.</summary>
    /// <param name="block">Its events.</param>
    /// <param name="audit">What they say.</param>
    /// <param name="number">Its number.</param>
    /// <param name="source">Reads events that take others to be read. It has this block already.</param>
    /// <param name="onProblem">Told of events that can't be read.</param>
    public void Add(EventBlock block, BlockAudit audit, int number, EventSource source, Action<RecordingProblem> onProblem)
    {
        foreach (var fact in audit.Facts)
        {
            if (fact.What is AuditFactKind.NeedsBlobs or AuditFactKind.Malformed)
            {
                if (source.ReadEvent(block, fact.Place, number, onProblem) is not { } found)
                    continue;
                late.Clear();
                BlockAudit.AddFacts(found, fact.Place, late);
                foreach (var said in late)
                    Check(said, block.FirstSequence + said.Place);
            }
            else
            {
                Check(fact, block.FirstSequence + fact.Place);
            }
        }
    }

    /// <summary>A writer goes on with the recording: a session that had ended has not.</summary>
    public void BeginEpoch() => ended = null;

    /// <summary>Says what only the end tells.</summary>
    public void End()
    {
        if (any && started is null)
            add(FindingSeverity.Error, "no event says that the session started.", null);
        if (ended is { } end && open.Count > 0)
            add(FindingSeverity.Information, open.Count == 1 ? "1 call had not ended when the session did." : $"{open.Count} calls had not ended when the session did.", end);
    }

    private void Check(AuditFact fact, long sequence)
    {
        switch (fact.What)
        {
            case AuditFactKind.RefersToBlob:
                if (!blobs.Contains(fact.Id))
                    add(FindingSeverity.Error, $"event {sequence} refers to blob {fact.Id}, which is not there before it.", sequence);
                break;
            case AuditFactKind.BadReference:
                add(FindingSeverity.Error, $"event {sequence} has a reference to blobs that is no list of ids.", sequence);
                break;
            case AuditFactKind.Calls:
                if (fact.Start is { } start)
                    lists.Check(start);
                if (!methods.Contains(fact.Id))
                    add(FindingSeverity.Error, $"event {sequence} calls method {fact.Id}, which is not defined before it.", sequence);
                break;
            case AuditFactKind.UsesName:
                if (!definitions.Contains(fact.Id))
                    add(FindingSeverity.Error, $"event {sequence} refers to name {fact.Id}, which is not defined before it.", sequence);
                break;
            case AuditFactKind.DefinesMethod:
                methods.Add(fact.Id);
                break;
            default:
                any = true;
                CheckEvent(fact, sequence);
                break;
        }
    }

    private void CheckEvent(AuditFact fact, long sequence)
    {
        if (ended is { } end && fact.Kind is not (EventKind.Blob or EventKind.Definition))
            add(FindingSeverity.Warning, $"event {sequence} follows the end of the session, event {end}.", sequence);

        switch (fact.Kind)
        {
            case EventKind.SessionStarted:
                if (started is not null)
                    add(FindingSeverity.Error, $"event {sequence} starts the session a second time.", sequence);
                started ??= sequence;
                break;
            case EventKind.SessionEnded:
                ended ??= sequence;
                break;
            case EventKind.Definition:
                if (!definitions.Add(fact.Id))
                    add(FindingSeverity.Error, $"event {sequence} defines id {fact.Id} a second time.", sequence);
                break;
            case EventKind.Blob:
                if (!blobs.Add(fact.Id))
                    add(FindingSeverity.Error, $"event {sequence} holds blob {fact.Id} a second time.", sequence);
                break;
            case EventKind.CallStarted:
                CheckStart(fact, sequence);
                break;
            case EventKind.StreamEnded:
                CheckEnd(fact, sequence, streams);
                break;
            case EventKind.StreamItem when streams.Contains(fact.Span):
                add(FindingSeverity.Error, $"event {sequence} is an item of the stream of call {fact.Span}, which had ended.", sequence);
                break;
            case EventKind.StreamItem when fact.Span == 0:
                add(FindingSeverity.Error, $"event {sequence} is an item of a stream, and belongs to no call.", sequence);
                break;
            case EventKind.CallReturned or EventKind.CallFailed:
                CheckEnd(fact, sequence, returned);
                break;
            default:
                CheckSpan(fact, sequence);
                break;
        }
    }

    private void CheckStart(AuditFact call, long sequence)
    {
        if (call.Span == 0 || returned.Contains(call.Span) || !open.Add(call.Span))
            add(FindingSeverity.Error, $"event {sequence} starts call {call.Span} a second time, or without a number.", sequence);
        if (call.Id != 0 && !IsKnown(call.Id))
            add(FindingSeverity.Error, $"event {sequence} starts a call in call {call.Id}, which had not started.", sequence);
    }

    private void CheckEnd(AuditFact fact, long sequence, NumberSet ends)
    {
        CheckSpan(fact, sequence);
        if (!ends.Add(fact.Span))
            add(FindingSeverity.Error, $"event {sequence} ends call {fact.Span} a second time.", sequence);
        open.Remove(fact.Span);
    }

    private void CheckSpan(AuditFact fact, long sequence)
    {
        if (fact.Span != 0 && !IsKnown(fact.Span))
            add(FindingSeverity.Error, $"event {sequence} ({fact.Kind}) belongs to call {fact.Span}, which had not started.", sequence);
    }

    private bool IsKnown(long span) => open.Contains(span) || returned.Contains(span) || streams.Contains(span);
}
