using Reenact.Events;

namespace Reenact.Replaying;

/// <summary>
/// The recorded events that code awaits: those that were read, in their order, and how many calls are waited for whose events are farther
/// on. Not thread-safe.
/// </summary>
internal sealed class AwaitedEvents
{
    private readonly PriorityQueue<AwaitedEvent, long> read = new();
    private readonly HashSet<ScriptCall> unread = [];

    /// <summary>How many events or calls are awaited.</summary>
    public int Count => read.Count + unread.Count;

    /// <summary>Whether calls are waited for whose events were not read.</summary>
    public bool HasUnread => unread.Count > 0;

    /// <summary>The calls that are waited for whose events were not read.</summary>
    public IEnumerable<ScriptCall> Unread => unread;

    public void Add(ScriptCall call, RecordedEvent happened, IAwaitsEvent waiter) =>
        read.Enqueue(new AwaitedEvent(call, happened, waiter), happened.Sequence);

    /// <summary>Waits for the next event of a call.</summary>
    public void Add(ScriptCall call, IAwaitsEvent waiter)
    {
        call.Waiter = waiter;
        unread.Add(call);
    }

    /// <summary>An event of a call that is waited for was read.</summary>
    public void NoteRead(ScriptCall call, IAwaitsEvent waiter, RecordedEvent happened)
    {
        if (!waiter.Awaits(happened))
        {
            return;
        }

        Add(call, happened, waiter);
        if (happened is not ProgressEvent)
        {
            call.Waiter = null;
            unread.Remove(call);
        }
    }

    /// <summary>The first of those that were read.</summary>
    public bool TryPeek(out long sequence) => read.TryPeek(out _, out sequence);

    /// <summary>Takes it.</summary>
    public AwaitedEvent Take() => read.Dequeue();
}
