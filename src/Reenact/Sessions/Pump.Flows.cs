namespace Reenact.Sessions;

/// <content>
/// Which stretch of the session's code runs where. Each time code goes on it gets a number of its own, which flows with it: so that, when it
/// has left for the thread pool and comes back, it is known which it is.
/// </content>
internal sealed partial class Pump
{
    /// <summary>How many numbers there are for what goes on between two steps.</summary>
    private const int FlowsPerStep = 1 << 24;

    /// <summary>The number of what runs on the pump's thread between all code, and of what it lets run without a flow.</summary>
    private const ulong BetweenCode = 1;

    /// <summary>Added to the number of code that the delegate of a task is, rather than code which waited.</summary>
    private const ulong OfTask = 1UL << 63;

    /// <summary>Added to the number of code that was posted from outside, having waited with the session's context.</summary>
    private const ulong OfPost = 1UL << 62;

    private static readonly AsyncLocal<PumpFlow?> Flowing = new(ContextChanged);

    /// <summary>The flow that code inside a recorded call has taken the thread from, inline.</summary>
    [ThreadStatic]
    private static PumpFlow? interrupted;

    /// <summary>How often code has come in on this thread.</summary>
    [ThreadStatic]
    private static int entries;

    /// <summary>Whether the code that this thread runs was posted from outside.</summary>
    [ThreadStatic]
    private static bool brought;

    private long steps;
    private long flows = (long)BetweenCode;

    private static void ContextChanged(AsyncLocalValueChangedArgs<PumpFlow?> change)
    {
        if (!change.ThreadContextChanged)
        {
            return; // It is here that flows get their numbers.
        }

        // What runs inside a recorded call is not the session's own code: it runs as it likes.
        var flow = change.CurrentValue;
        var isOwn = flow is not null && Ambient.Current is { IsServed: false, LeafMethod: null };
        if (flow is not null && flow.Pump.RunsHere)
        {
            if (!isOwn)
            {
                interrupted ??= change.PreviousValue; // On replay it does not run at all.
            }
            else if (ReferenceEquals(flow, interrupted))
            {
                interrupted = null;
            }
            else if (flow.Number != BetweenCode)
            {
                flow.Pump.Renumber();
            }

            return;
        }

        if (visiting is { } visitor)
        {
            visiting = null;
            interrupted = null;
            visitor.Pump.Leave(visitor);
        }

        if (isOwn)
        {
            entries++;
            visiting = EnterWhole(flow!);
            if (visiting is not null)
            {
                flow!.Pump.Renumber();
            }
        }
        else if (flow is not null)
        {
            Pump.NoteOther(PoolListener.TakeItem());
        }
    }

    /// <summary>An exception from here would end the process; who interrupts the thread meanwhile is heard afterwards.</summary>
    private static PumpVisitor? EnterWhole(PumpFlow flow)
    {
        try
        {
            return flow.Pump.Enter(flow.Number | (Task.CurrentId is null ? 0 : OfTask) | (brought ? OfPost : 0));
        }
        catch (ThreadInterruptedException)
        {
            Thread.CurrentThread.Interrupt();
            return null;
        }
    }

    /// <summary>What comes back from the thread pool after this, and before the next step, has numbers of its own.</summary>
    private void BeginStep()
    {
        steps++;
        flows = 0;
        continuations = 0;
    }

    /// <summary>
    /// The session's code makes a call: from here on its flow is another than that of code which was started at the same place.
    /// </summary>
    public void NoteCall()
    {
        if (IsOrdered && RunsHere)
        {
            Renumber();
            if (loosened is not null)
            {
                NoteTimers();
            }
        }
    }

    private void Renumber() =>
        Flowing.Value = new PumpFlow(this, ((ulong)Volatile.Read(ref steps) * FlowsPerStep) + (ulong)(Interlocked.Increment(ref flows) % FlowsPerStep));
}
