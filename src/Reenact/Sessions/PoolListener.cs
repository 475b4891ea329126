using System.Diagnostics.Tracing;

namespace Reenact.Sessions;

/// <summary>
/// Hears from the runtime, on the thread that does it, what is given to the thread pool, what a thread of the pool takes up, and which timers
/// are started. It tells scheduled code that comes back from the pool apart, and finds real timers. There is one for the process, while any session is
/// scheduled exactly. Where the runtime has no event sources (a NativeAOT program may have none), nothing is heard, and that is known.
/// </summary>
internal sealed class PoolListener : EventListener
{
    private const string Source = "System.Diagnostics.Eventing.FrameworkEventSource";
    private const EventKeywords PoolAndTimers = (EventKeywords)0x12;
    private const int Queued = 30;
    private const int TakenUp = 31;
    private const int Sent = 150;
    private const int Received = 151;
    private const int OfTimer = 1;

    /// <summary>How long, at most, in milliseconds, something is queued to find out whether that is heard: the pool looks now and then whether somebody listens.</summary>
    private const int LongestTry = 500;

    /// <summary>What a program says that has none of the runtime's event sources.</summary>
    private const string Switch = "System.Diagnostics.Tracing.EventSource.IsSupported";

    private static readonly SharedWhileUsed<PoolListener> Shared = new(Make);

    /// <summary>Whether the source was waited for in vain: a runtime that has none keeps no further session waiting.</summary>
    private static bool awaited;

    /// <summary>What runs for an event must not be heard as the code's, nor what the recorder does for itself.</summary>
    [ThreadStatic]
    private static bool deaf;

    [ThreadStatic]
    private static int heard;

    [ThreadStatic]
    private static long item;

    private volatile bool enabled;

    private PoolListener()
    {
    }

    /// <summary>Whether the runtime tells what is listened for.</summary>
    public bool IsHeard => enabled;

    /// <summary>Listens until the result is disposed of.</summary>
    public static SharedWhileUsed<PoolListener>.Use Listen() => Shared.Take();

    /// <summary>What the calling thread of the pool was given to do, asked for the first time; 0 where that was not heard.</summary>
    public static long TakeItem()
    {
        var taken = item;
        item = 0;
        return taken;
    }

    /// <summary>Does something of which nothing is heard.</summary>
    public static void DoUnheard<T>(T state, Action<T> action)
    {
        var before = deaf;
        deaf = true;
        try
        {
            action(state);
        }
        finally
        {
            deaf = before;
        }
    }

    protected override void OnEventSourceCreated(EventSource eventSource)
    {
        if (eventSource.Name == Source)
        {
            EnableEvents(eventSource, EventLevel.Verbose, PoolAndTimers);
            enabled = true;
        }
    }

    protected override void OnEventWritten(EventWrittenEventArgs eventData)
    {
        if (eventData.Payload is not [long id, ..] payload)
        {
            return;
        }

        if (eventData.EventId == TakenUp)
        {
            Pump.NoteOther(item);
            item = id;
            Pump.NoteTaken(id);
        }
        else if (!deaf)
        {
            var (due, period) = payload is [_, OfTimer, _, _, int first, int further, ..] ? ((uint)first, (uint)further) : (0u, 0u);
            DoUnheard((eventData.EventId, id, IsTimer: payload is [_, OfTimer, ..], due, period), static it => Hear(it.EventId, it.id, it.IsTimer, it.due, it.period));
        }
    }

    private static void Hear(int kind, long id, bool isTimer, uint due, uint period)
    {
        switch (kind)
        {
            case Queued:
                heard++;
                Pump.NoteQueued(id);
                break;
            case Sent when isTimer:
                Pump.NoteTimerStarted(id, due, period is 0 or uint.MaxValue ? null : period);
                break;
            case Received when isTimer:
                Pump.NoteTimerFired(id);
                break;
        }
    }

    private static PoolListener Make()
    {
        var listener = new PoolListener();
        if (listener.enabled || !(awaited || (AppContext.TryGetSwitch(Switch, out var isSupported) && !isSupported)))
        {
            TryOut();
            awaited = !listener.enabled;
        }

        return listener;
    }

    private static void TryOut()
    {
        var before = heard;
        for (var until = Environment.TickCount64 + LongestTry; heard == before && Environment.TickCount64 < until;)
        {
            var done = new TaskCompletionSource();
            ThreadPool.UnsafeQueueUserWorkItem(static set => set.SetResult(), done, preferLocal: false);
            done.Task.Wait(LongestTry);
        }
    }
}
