using System.Collections.Concurrent;

namespace Reenact.Sessions;

/// <content>The real timers that the session's code starts. The runtime doesn't tell when one is stopped: it counts as running until it is due.</content>
internal sealed partial class Pump
{
    /// <summary>How late, in milliseconds, a timer counts as running still. Later ones are seen when they come to their time.</summary>
    private const int Lateness = 100;

    /// <summary>How late, in milliseconds, a timer is taken for one that was stopped, and forgotten when there are many.</summary>
    private const int LongestLateness = 60_000;

    private const int FewTimers = 64;

    private static readonly ConcurrentDictionary<long, Pump> Timers = new();

    private readonly Dictionary<long, RealTimer> timers = [];
    private int manyTimers = FewTimers;
    private long latestDue;
    private bool raced;

    /// <summary>A real timer was started on the calling thread, or set to another time.</summary>
    /// <param name="id">The timer.</param>
    /// <param name="due">When it comes to its time, in milliseconds from now.</param>
    /// <param name="period">Each how many milliseconds it does again; null when it doesn't.</param>
    public static void NoteTimerStarted(long id, uint due, uint? period)
    {
        if (OfOwnCode() is { loosened: not null } pump)
        {
            pump.Remember(id, new RealTimer(Environment.TickCount64 + due, period));
            pump.NoteTimers();
        }
    }

    /// <summary>A real timer has come to its time.</summary>
    public static void NoteTimerFired(long id)
    {
        if (Timers.TryGetValue(id, out var pump))
        {
            pump.NoteTimers(fired: id); // It may be late, and no longer have counted as running.
            pump.GoOnOrForget(id);
        }
    }

    /// <summary>A real timer that runs while a call is in flight races with it, and nothing holds it back on replay.</summary>
    private void NoteTimers(long? fired = null)
    {
        lock (timers)
        {
            if (raced || !(fired is { } id ? timers.ContainsKey(id) : HasRunning()) || !hasOpenCalls!())
            {
                return;
            }

            raced = true; // Nothing more is to be found out.
        }

        loosened!(FreeCause.RealTimer);
        ForgetTimers();
    }

    private void Remember(long id, RealTimer timer)
    {
        lock (timers)
        {
            if (closed || raced)
            {
                return;
            }

            if (timers.Count >= manyTimers)
            {
                ForgetStopped();
            }

            Timers[id] = this;
            timers[id] = timer;
            latestDue = Math.Max(latestDue, timer.Due);
        }
    }

    private void GoOnOrForget(long id)
    {
        lock (timers)
        {
            if (!timers.TryGetValue(id, out var timer))
            {
                return;
            }

            if (timer.Period is { } period)
            {
                timers[id] = timer with { Due = Environment.TickCount64 + period };
                latestDue = Math.Max(latestDue, Environment.TickCount64 + period);
            }
            else
            {
                timers.Remove(id);
                Timers.TryRemove(id, out _);
            }
        }
    }

    private bool HasRunning()
    {
        var since = Environment.TickCount64 - Lateness;
        return since <= latestDue && timers.Values.Any(timer => since <= timer.Due);
    }

    private void ForgetStopped()
    {
        var now = Environment.TickCount64;
        foreach (var (id, timer) in timers)
        {
            if (now > timer.Due + LongestLateness)
            {
                timers.Remove(id);
                Timers.TryRemove(id, out _);
            }
        }

        manyTimers = Math.Max(FewTimers, 2 * timers.Count);
    }

    private void ForgetTimers()
    {
        lock (timers)
        {
            foreach (var id in timers.Keys)
            {
                Timers.TryRemove(id, out _);
            }

            timers.Clear();
        }
    }

    /// <summary>A timer that runs.</summary>
    /// <param name="Due">When it comes to its time.</param>
    /// <param name="Period">Each how many milliseconds it does again; null when it doesn't.</param>
    private readonly record struct RealTimer(long Due, uint? Period);
}
