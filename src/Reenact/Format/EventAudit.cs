using Reenact.Events;
using Reenact.Integrity;
using Reenact.Values;

namespace Reenact.Format;

/// <summary>Checks that events make sense one after the other: what they refer to came before, and what ends had started.</summary>
internal sealed class EventAudit(Action<FindingSeverity, string, long?> add)
{
    private readonly HashSet<long> definitions = [];
    private readonly HashSet<long> blobs = [];
    private readonly HashSet<long> open = [];
    private readonly HashSet<long> returned = [];
    private readonly HashSet<long> streams = [];
    private readonly ListAudit lists = new(add);
    private long? started;
    private long? ended;

    public void Run(IEnumerable<RecordedEvent> events, EventSource source)
    {
        var any = false;
        foreach (var found in events)
        {
            CheckBlobs(found, source.BytesOf(found.Sequence).Span, isWhole: true);
            Check(found);
            any = true;
        }

        if (any && started is null)
            add(FindingSeverity.Error, "no event says that the session started.", null);
        if (ended is { } end && open.Count > 0)
            add(FindingSeverity.Information, open.Count == 1 ? "1 call had not ended when the session did." : $"{open.Count} calls had not ended when the session did.", end);
    }

    private void Check(RecordedEvent found)
    {
        if (ended is { } end && found is not (BlobEvent or DefinitionEvent))
            add(FindingSeverity.Warning, $"event {found.Sequence} follows the end of the session, event {end}.", found.Sequence);

        switch (found)
        {
            case SessionStartedEvent:
                if (started is not null)
                    add(FindingSeverity.Error, $"event {found.Sequence} starts the session a second time.", found.Sequence);
                started ??= found.Sequence;
                break;
            case SessionEndedEvent:
                ended ??= found.Sequence;
                break;
            case DefinitionEvent definition:
                if (!definitions.Add(definition.Id))
                    add(FindingSeverity.Error, $"event {found.Sequence} defines id {definition.Id} a second time.", found.Sequence);
                break;
            case BlobEvent blob:
                if (!blobs.Add(blob.Id))
                    add(FindingSeverity.Error, $"event {found.Sequence} holds blob {blob.Id} a second time.", found.Sequence);
                break;
            case CallStartedEvent call:
                CheckStart(call);
                break;
            case StreamEndedEvent:
                CheckEnd(found, streams);
                break;
            case StreamItemEvent when streams.Contains(found.Span):
                add(FindingSeverity.Error, $"event {found.Sequence} is an item of the stream of call {found.Span}, which had ended.", found.Sequence);
                break;
            case StreamItemEvent { Span: 0 }:
                add(FindingSeverity.Error, $"event {found.Sequence} is an item of a stream, and belongs to no call.", found.Sequence);
                break;
            case CallReturnedEvent or CallFailedEvent:
                CheckEnd(found, returned);
                break;
            default:
                CheckSpan(found);
                break;
        }
    }

    private void CheckStart(CallStartedEvent call)
    {
        if (call.Span == 0 || returned.Contains(call.Span) || !open.Add(call.Span))
            add(FindingSeverity.Error, $"event {call.Sequence} starts call {call.Span} a second time, or without a number.", call.Sequence);
        if (call.ParentSpan != 0 && !IsKnown(call.ParentSpan))
            add(FindingSeverity.Error, $"event {call.Sequence} starts a call in call {call.ParentSpan}, which had not started.", call.Sequence);
        lists.Check(call);
        if (!definitions.Contains(call.Method.Id))
            add(FindingSeverity.Error, $"event {call.Sequence} calls method {call.Method.Id} before it is defined.", call.Sequence);
    }

    private void CheckEnd(RecordedEvent found, HashSet<long> ends)
    {
        CheckSpan(found);
        if (!ends.Add(found.Span))
            add(FindingSeverity.Error, $"event {found.Sequence} ends call {found.Span} a second time.", found.Sequence);
        open.Remove(found.Span);
    }

    private void CheckSpan(RecordedEvent found)
    {
        if (found.Span != 0 && !IsKnown(found.Span))
            add(FindingSeverity.Error, $"event {found.Sequence} ({found.Kind}) belongs to call {found.Span}, which had not started.", found.Sequence);
    }

    private bool IsKnown(long span) => open.Contains(span) || returned.Contains(span) || streams.Contains(span);

    /// <summary>Walks over all elements, however nested, those of lists that grew too, and looks at references only.</summary>
    private void CheckBlobs(RecordedEvent found, ReadOnlySpan<byte> bytes, bool isWhole)
    {
        var cursor = new MessagePackCursor(bytes);
        while (!cursor.AtEnd)
        {
            if (!cursor.TryReadExtension(out var type, out var content))
            {
                if (!cursor.TryStep(out _))
                    return;
                continue;
            }

            if (type == ValueExtensionType.GrownList && isWhole)
                CheckBlobs(found, content, isWhole: false);
            if (type is not (ValueExtensionType.TextInBlob or ValueExtensionType.BytesInBlob or ValueExtensionType.ValueInBlob))
                continue;
            var parts = new MessagePackCursor(content);
            do
            {
                if (!parts.TryReadUInt32(out var blob))
                {
                    add(FindingSeverity.Error, $"event {found.Sequence} has a reference to blobs that is no list of ids.", found.Sequence);
                    break;
                }

                if (!blobs.Contains(blob))
                    add(FindingSeverity.Error, $"event {found.Sequence} refers to blob {blob}, which is not there before it.", found.Sequence);
            }
            while (!parts.AtEnd);
        }
    }
}
