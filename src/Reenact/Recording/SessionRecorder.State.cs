using MessagePack;
using Reenact.Events;
using Reenact.Recorders;
using Reenact.Sessions;
using Reenact.States;

namespace Reenact;

/// <content>What the agent says of itself: snapshots, decisions, links.</content>
public sealed partial class SessionRecorder
{
    // Held until the snapshot has its place among the events: a delta is against the one before it there.
    private readonly Lock snapshotGate = new();
    private readonly SnapshotTable snapshots = new();

    /// <inheritdoc/>
    public override LinkEnd CurrentCall =>
        Ambient.Current is { } context && ReferenceEquals(context.Session, this) ? new LinkEnd(this, context.Start) : new LinkEnd(this, root.Start);

    private protected override CallContext RootContext => root;

    private protected override LinkEnd TakeSnapshot(CallContext place, string name, long? version, byte[] state)
    {
        if (scrubber is not null)
        {
            name = scrubber.Scrub(name);
            state = scrubber.Values(state, new ValueWriteContext(blobs)).ToArray();
        }

        lock (snapshotGate)
        {
            var (written, isDelta) = snapshots.Take(name, version, state);
            var encoder = EventEncoder.Rent(this);
            var output = encoder.Writer();
            SessionEvents.WriteSnapshot(ref output, encoder.Values, clock.Now, place.Span, name, version, isDelta, written.Span);
            output.Flush();
            LargeEvents.Shrink(encoder, place: 6);
            return Append(place, encoder);
        }
    }

    private protected override LinkEnd TakeDecision(CallContext place, string name, ReadOnlyMemory<byte> chosen, ReadOnlyMemory<byte> alternatives, string? rationale)
    {
        var encoder = EventEncoder.Rent(this);
        var output = encoder.Writer();
        SessionEvents.WriteDecision(ref output, encoder.Values, clock.Now, place.Span, name, chosen.Span, alternatives.Span, rationale);
        output.Flush();
        Scrub(encoder, place: 3);
        LargeEvents.Shrink(encoder, place: 5);
        LargeEvents.Shrink(encoder, place: 4);
        return Append(place, encoder);
    }

    private protected override void TakeLink(LinkEnd from, LinkEnd to, LinkRelation relation) =>
        Emit((ref MessagePackWriter output, ValueWriteContext values) =>
            SessionEvents.WriteLink(ref output, values, clock.Now, CurrentSpan(), from, to, relation));

    /// <summary>Writes a snapshot that a replay takes.</summary>
    internal LinkEnd CopySnapshot(CallContext place, string name, long? version, byte[] state) => TakeSnapshot(place, name, version, state);

    /// <summary>Writes a decision of a replay.</summary>
    internal LinkEnd CopyDecision(CallContext place, string name, ReadOnlyMemory<byte> chosen, ReadOnlyMemory<byte> alternatives, string? rationale) =>
        TakeDecision(place, name, chosen, alternatives, rationale);

    /// <summary>Writes a link of a replay, inside a span.</summary>
    internal void CopyLink(uint span, LinkEnd from, LinkEnd to, LinkRelation relation) =>
        Emit((ref MessagePackWriter output, ValueWriteContext values) =>
            SessionEvents.WriteLink(ref output, values, clock.Now, span, from, to, relation));

    private LinkEnd Append(CallContext place, EventEncoder encoder)
    {
        NotePlace(place);
        var sequence = log.AppendCapture(encoder.Written, place);
        encoder.Return();
        return sequence < 0 ? default : new LinkEnd(this, sequence);
    }
}
