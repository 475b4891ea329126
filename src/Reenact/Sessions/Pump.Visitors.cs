namespace Reenact.Sessions;

/// <content>
/// Code that left for the thread pool: <c>Task.Yield</c>, channels and semaphores behind <c>ConfigureAwait(false)</c>, <c>Task.Run</c>,
/// real timers. The execution context that flows with it shows when it comes back on some thread; there it waits for its turn, so that
/// still only one thread runs the session's code.
/// </content>
internal sealed partial class Pump
{
    /// <summary>How long a thread waits before it looks whether the one whose turn it is waits itself.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(2);

    /// <summary>How long, at most, the thread pool gets to start what was queued.</summary>
    private static readonly TimeSpan Settling = TimeSpan.FromMilliseconds(20);

    /// <summary>How often the thread pool is asked for what is queued still.</summary>
    private const int Rounds = 4;

    private static readonly AsyncLocal<Pump?> Flowing = new(ContextChanged);

    [ThreadStatic]
    private static PumpVisitor? visiting;

    private readonly Queue<PumpVisitor> waiting = new();
    private PumpVisitor? inside;
    private volatile bool visited;
    private int barriers;

    /// <summary>How often code came in that had left for the thread pool.</summary>
    public int Visits { get; private set; }

    /// <summary>Where the first of it runs; null where none did.</summary>
    public CallContext? FirstVisitor { get; private set; }

    private static void ContextChanged(AsyncLocalValueChangedArgs<Pump?> change)
    {
        if (visiting is { } visitor)
        {
            visiting = null;
            visitor.Pump.Leave(visitor);
        }

        // What runs inside a recorded call is not the session's own code: it runs as it likes.
        if (change.CurrentValue is { IsCurrent: false } pump && Ambient.Current is { IsServed: false, LeafMethod: null })
        {
            visiting = pump.Enter();
        }
    }

    private PumpVisitor? Enter()
    {
        var visitor = new PumpVisitor(this);
        lock (gate)
        {
            if (closed)
            {
                return null;
            }

            visited = true;
            Visits++;
            FirstVisitor ??= Ambient.Current;
            waiting.Enqueue(visitor);
            WakeInGate();
            for (var blocked = 0; !visitor.Admitted && !closed;)
            {
                if (Monitor.Wait(gate, Patience))
                {
                    continue;
                }

                // Code that blocks the pump's thread may wait for this very code.
                blocked = running && !IsPaused && IsBlocked(thread!) ? blocked + 1 : 0;
                visitor.Admitted |= blocked > 1; // The pump may have let it in just after the wait ran out.
            }

            visitor.Begun = true;
        }

        return visitor;
    }

    private void Leave(PumpVisitor visitor)
    {
        lock (gate)
        {
            visitor.Gone = true;
            WakeInGate();
        }
    }

    /// <summary>Lets the visitor that came first run, until it has left or waits for something.</summary>
    private bool AdmitVisitor()
    {
        lock (gate)
        {
            PumpVisitor? visitor;
            do
            {
                if (!waiting.TryDequeue(out visitor))
                {
                    return false;
                }
            }
            while (visitor.Admitted); // It went ahead, because the thread was blocked.

            visitor.Admitted = true;
            Volatile.Write(ref inside, visitor);
            Monitor.PulseAll(gate);
            for (var blocked = 0; !visitor.Gone && !closed && blocked < 2;)
            {
                if (!Monitor.Wait(gate, Patience))
                {
                    blocked = visitor.IsBlocked && !IsPaused ? blocked + 1 : 0;
                }
            }

            Volatile.Write(ref inside, null);
            return true;
        }
    }

    /// <summary>
    /// Waits until the thread pool has started what was queued before: it does so in order, so that what is queued last shows it.
    /// </summary>
    private void Settle()
    {
        var until = Environment.TickCount64 + (long)Settling.TotalMilliseconds;
        for (var round = 0; round < Rounds; round++)
        {
            lock (gate)
            {
                barriers++;
            }

            ThreadPool.UnsafeQueueUserWorkItem(static pump => pump.PassBarrier(), this, preferLocal: false);
            lock (gate)
            {
                while (barriers > 0 && !closed)
                {
                    var left = until - Environment.TickCount64;
                    if (left <= 0 || !Monitor.Wait(gate, TimeSpan.FromMilliseconds(left)))
                    {
                        return;
                    }
                }
            }

            if ((round > 0 || !visited) && ThreadPool.PendingWorkItemCount == 0)
            {
                return;
            }
        }
    }

    private void PassBarrier()
    {
        lock (gate)
        {
            barriers--;
            Monitor.PulseAll(gate);
        }
    }
}
