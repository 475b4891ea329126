using Reenact.Events;

namespace Reenact.Replaying;

/// <summary>One recorded enumeration of a stream, and how far a replay has come in it.</summary>
internal sealed class ScriptStream(ScriptCall call)
{
    private readonly Queue<StreamItemEvent> items = new();
    private bool over;

    /// <summary>How many items were read.</summary>
    public int Count { get; private set; }

    /// <summary>How many items the code has got.</summary>
    public int Taken { get; private set; }

    /// <summary>Whether an item was read that the code has not got.</summary>
    public bool HasItems => items.Count > 0;

    /// <summary>How it ended; null when it had not by the end of the recording.</summary>
    public StreamEndedEvent? End => call.StreamEnd;

    /// <summary>What it failed with, or its disposal did; null when nothing did.</summary>
    public CallFailedEvent? Failure => call.End as CallFailedEvent;

    /// <summary>The next item, or the end, read as far as needed; null when nothing more is recorded, or the code is done with it.</summary>
    /// <exception cref="RecordingException">The recording is damaged on the way there.</exception>
    public RecordedEvent? Next
    {
        get
        {
            RecordedEvent? next = null;
            while (!over && (next = NextRead) is null && call.ReadOn())
            {
            }

            return next;
        }
    }

    /// <summary>The next item, or the end, as far as is read.</summary>
    public RecordedEvent? NextRead => over ? null : items.TryPeek(out var item) ? item : call.ReadStreamEnd;

    /// <summary>The next item, or the end, where the code may see it at once.</summary>
    /// <exception cref="RecordingException">The recording is damaged on the way there.</exception>
    public RecordedEvent? Peek() => over ? null : call.Peek();

    /// <summary>Takes the next item; null when no further one is recorded.</summary>
    /// <exception cref="RecordingException">The recording is damaged on the way there.</exception>
    public StreamItemEvent? Take()
    {
        if (Next is not StreamItemEvent item)
        {
            return null;
        }

        items.Dequeue();
        Taken++;
        return item;
    }

    /// <summary>Says that the code is done with it.</summary>
    public void Close()
    {
        over = true;
        items.Clear();
        call.EndStream();
    }

    /// <summary>An item was read.</summary>
    public void Add(StreamItemEvent item)
    {
        Count++;
        if (!over)
        {
            items.Enqueue(item);
        }
    }

    /// <summary>Forgets what was read: the replay begins after that.</summary>
    public void SkipRead()
    {
        Taken = Count;
        items.Clear();
    }
}
