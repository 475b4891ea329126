using MessagePack;
using Reenact.Events;
using Reenact.Protection;
using Reenact.Recorders;
using Reenact.Sessions;
using Reenact.Shims;

namespace Reenact;

/// <content>
/// Sessions whose text is scrubbed: events are encoded with all content inline, scrubbed as a whole, and only then is what is long stored in blobs.
/// </content>
public sealed partial class SessionRecorder
{
    private readonly Scrubber? scrubber;
    private readonly HeldEvents? held;
    private readonly Dictionary<uint, HeldStream> heldStreams = [];

    // An item has its place in the log and in its stream at once: else it could be left behind when all are let go.
    private readonly Lock holding = new();

    internal override bool EncodesInline => scrubber is not null;

    /// <summary>Takes secrets out of an event's elements.</summary>
    /// <param name="encoder">The event, as far as it is encoded.</param>
    /// <param name="place">The first element to look at.</param>
    /// <param name="joinsElements">Whether an array's elements are searched together, too.</param>
    /// <param name="staysInline">Whether long content stays in the event.</param>
    private void Scrub(EventEncoder encoder, int place, bool joinsElements = false, bool staysInline = false)
    {
        if (scrubber is null)
        {
            return;
        }

        var whole = encoder.Written.ToArray();
        var reader = new MessagePackReader(whole);
        reader.ReadArrayHeader();
        for (var i = 0; i < place; i++)
        {
            reader.Skip();
        }

        var start = (int)reader.Consumed;
        encoder.ReplaceFrom(start, scrubber.Values(whole.AsMemory(start), new ValueWriteContext(blobs) { KeepsInline = staysInline }, joinsElements).Span);
    }

    /// <summary>Takes secrets out of a text.</summary>
    private string? Scrub(string? text) => text is null || scrubber is null ? text : scrubber.Scrub(text);

    /// <summary>Adds an item to a stream whose texts are searched together.</summary>
    /// <returns>Whether it was added; not where items are searched alone, or where this one is too large to be kept back.</returns>
    private bool TryHoldItem(in RecordedCall call, EventEncoder encoder)
    {
        if (held is null || encoder.Written.Length > LargeEvents.Largest)
        {
            return false;
        }

        Scrub(encoder, place: 3, staysInline: true);
        lock (holding)
        {
            var item = held.Hold(encoder.Written, call.Parent.IsServed ? EventLog.Step.None : EventLog.Step.End, call.Span, call.Parent.Span);
            if (!heldStreams.TryGetValue(call.Span, out var stream))
            {
                heldStreams.Add(call.Span, stream = new HeldStream(held, scrubber!));
            }

            stream.Add(item);
        }

        return true;
    }

    /// <summary>Lets a stream's items go that were kept back.</summary>
    private void ReleaseItems(uint span)
    {
        if (scrubber is null)
        {
            return;
        }

        lock (holding)
        {
            if (heldStreams.Remove(span, out var stream))
            {
                stream.End();
            }
        }
    }

    private void ReleaseAllItems()
    {
        if (scrubber is null)
        {
            return;
        }

        lock (holding)
        {
            foreach (var stream in heldStreams.Values)
            {
                stream.End();
            }

            heldStreams.Clear();
        }
    }
}
