using MessagePack;
using Reenact.Protection;

namespace Reenact.Recorders;

/// <summary>
/// The last items of one stream, which are kept back until so much text has come behind them, at each place where they have text, that no secret can begin in them and end elsewhere.
/// Thread-safe.
/// </summary>
internal sealed class HeldStream(HeldEvents log, Scrubber scrubber)
{
    /// <summary>What stands before an item in its event: kind, time and span.</summary>
    private const int Before = 3;

    private readonly Lock gate = new();
    private readonly Queue<HeldItem> items = new();

    /// <summary>How many characters the items have at each place.</summary>
    private readonly Dictionary<string, long> texts = new(StringComparer.Ordinal);
    private long text;

    /// <summary>How much text is searched next; more each time that little could go, so that searching takes time in proportion to the text.</summary>
    private long next = 2L * scrubber.Window;

    /// <summary>Adds an item that has got its place in the log.</summary>
    public void Add(HeldEvent item)
    {
        var reader = new MessagePackReader(item.Bytes);
        reader.ReadArrayHeader();
        for (var i = 0; i < Before; i++)
        {
            reader.Skip();
        }

        var start = (int)reader.Consumed;
        reader.Skip();
        var value = item.Bytes.AsMemory(start..(int)reader.Consumed);
        var joined = new JoinedTexts();
        joined.Add(value);
        lock (gate)
        {
            items.Enqueue(new HeldItem(item, start, value.Length, joined.Length, joined.Lengths));
            foreach (var (place, length) in joined.Lengths)
            {
                texts[place] = texts.GetValueOrDefault(place) + length;
            }

            text += joined.Length;
            if (text >= next)
            {
                Release(scrubber.Window);
                next = 2 * Math.Max(scrubber.Window, text);
            }
        }
    }

    /// <summary>Lets all items go: the stream has ended.</summary>
    public void End()
    {
        lock (gate)
        {
            Release(keep: 0);
        }
    }

    /// <summary>Searches what is held, and lets go what stands before its last characters.</summary>
    private void Release(int keep)
    {
        var joined = new JoinedTexts();
        foreach (var item in items)
        {
            joined.Add(item.Event.Bytes.AsMemory(item.Start, item.Length));
        }

        var values = joined.Scrubbed(scrubber);
        var count = items.Count;
        var isReady = true; // One that stays keeps those behind it, which it is searched with.
        for (var i = 0; i < count; i++)
        {
            var item = items.Dequeue();
            byte[] bytes = [.. item.Event.Bytes.AsSpan(0, item.Start), .. values[i].Span, .. item.Event.Bytes.AsSpan(item.Start + item.Length)];
            isReady = isReady && (keep == 0 || item.Texts.All(at => texts.GetValueOrDefault(at.Place) - at.Length >= keep));
            log.Change(item.Event, bytes, isReady);
            if (isReady)
            {
                Forget(item);
            }
            else
            {
                items.Enqueue(item with { Length = values[i].Length });
            }
        }
    }

    private void Forget(HeldItem item)
    {
        text -= item.Characters;
        foreach (var (place, length) in item.Texts)
        {
            texts[place] = texts.GetValueOrDefault(place) - length;
            if (texts[place] == 0)
            {
                texts.Remove(place);
            }
        }
    }

    /// <summary>An item in its event.</summary>
    /// <param name="Event">The event.</param>
    /// <param name="Start">Where the item begins in it, in bytes.</param>
    /// <param name="Length">How long it is there.</param>
    /// <param name="Characters">How much text it had when it came.</param>
    /// <param name="Texts">And at which places.</param>
    private sealed record HeldItem(HeldEvent Event, int Start, int Length, long Characters, (string Place, long Length)[] Texts);
}
