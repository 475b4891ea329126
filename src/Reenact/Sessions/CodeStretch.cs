using Reenact.Recorders;

namespace Reenact.Sessions;

/// <summary>
/// A stretch of a freely running session's code: from where a thread takes it up to where the thread gives it back. Which stretch code waits in
/// flows with it, so that each stretch is seen to go on from the one before it. Where that holds of all, the session's code is one flow, and
/// what it does has one order; where a second piece of code goes on from the same stretch, or beside it, the session is a free one.
/// </summary>
internal sealed class CodeStretch(EventLog log)
{
    /// <summary>How long code waits, at most, in milliseconds, until the code before it has given its thread back: that is on its way out, as long as nothing else is wrong.</summary>
    private const long LongestWay = 200;

    [ThreadStatic]
    private static CodeStretch? here;

    private volatile bool left;

    private EventLog Log => log;

    /// <summary>The stretch that the calling thread runs; null where it runs none of a session's own code.</summary>
    public static CodeStretch? Here => here;

    /// <summary>Says which session's code the calling thread runs from here on, without having given it back in between.</summary>
    public static void Switch(CallContext? to) => here = to?.Stretch;

    /// <summary>The calling thread goes on in another place.</summary>
    public static void OnThreadSwitched(CallContext? to)
    {
        var from = here;
        if (to is not { Stretch: { } stretch, IsOwn: true })
        {
            if (from is not null && from != to?.Stretch)
            {
                (from.left, here) = (true, null);
            }
        }
        else if (from is null || !from.IsOf(stretch))
        {
            if (from is not null)
            {
                from.left = true;
            }

            here = null;
            stretch.GoOn(to);
        }
        else if (from != stretch)
        {
            Ambient.Current = to.In(from); // Code that waited for the code which runs: it goes on in the same stretch.
        }
    }

    /// <summary>Whether both are of one session.</summary>
    public bool IsOf(CodeStretch other) => Log == other.Log;

    /// <summary>The code that runs begins in a place of its own, where no stretch of the session runs.</summary>
    public static CallContext Begin(CallContext root, EventLog log)
    {
        var first = new CodeStretch(log);
        log.NoteBegun(first);
        here = first;
        return root.In(first);
    }

    private void GoOn(CallContext to)
    {
        if (log.IsFree)
        {
            return;
        }

        var wait = new SpinWait();
        for (var until = Environment.TickCount64 + LongestWay; !left && !log.IsFree && Environment.TickCount64 <= until;)
        {
            wait.SpinOnce(sleep1Threshold: 50);
        }

        var next = new CodeStretch(log);
        if (log.NoteWentOn(left ? this : null, next, to.Span))
        {
            here = next;
            Ambient.Current = to.In(next);
        }
    }
}
