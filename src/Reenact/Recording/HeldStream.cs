using MessagePack;
using Reenact.Protection;

namespace Reenact.Recorders;

/// <summary>
/// The last items of one stream, which are kept back until so much text has come behind them that no secret can begin in them and end elsewhere.
/// Thread-safe.
/// </summary>
internal sealed class HeldStream(HeldEvents log, Scrubber scrubber)
{
    /// <summary>What stands before an item in its event: kind, time and span.</summary>
    private const int Before = 3;

    private readonly Lock gate = new();
    private readonly Queue<(HeldEvent Event, int Start, int Length, int Text)> items = new();
    private long text;

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
            items.Enqueue((item, start, value.Length, (int)joined.Length));
            text += joined.Length;
            if (text >= 2L * scrubber.Window)
            {
                Release(scrubber.Window);
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
        foreach (var (held, start, length, _) in items)
        {
            joined.Add(held.Bytes.AsMemory(start, length));
        }

        var values = joined.Scrubbed(scrubber);
        var count = items.Count;
        for (var i = 0; i < count; i++)
        {
            var (held, start, length, characters) = items.Dequeue();
            byte[] bytes = [.. held.Bytes.AsSpan(0, start), .. values[i].Span, .. held.Bytes.AsSpan(start + length)];
            var isReady = text - characters >= keep;
            log.Change(held, bytes, isReady);
            if (isReady)
            {
                text -= characters;
            }
            else
            {
                items.Enqueue((held, start, values[i].Length, characters));
            }
        }
    }
}
