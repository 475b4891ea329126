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

    /// <summary>How often in a row a thread is found blocked before it is taken for one that waits for other code of the session.</summary>
    private const int BlockedFor = 10;

    /// <summary>How long, at most, the thread pool gets to start what was queued.</summary>
    private static readonly TimeSpan Settling = TimeSpan.FromMilliseconds(20);

    /// <summary>How often the thread pool is asked for what is queued still.</summary>
    private const int Rounds = 4;

    [ThreadStatic]
    private static PumpVisitor? visiting;

    /// <summary>How many flows are remembered, at most: a session that leaves for the thread pool more often is not known to be in order.</summary>
    private const int MostKnown = 1_000_000;

    private readonly List<PumpVisitor> waiting = [];
    private readonly Dictionary<ulong, long> known = [];
    private PumpVisitor? inside;
    private volatile bool visited;
    private int barriers;

    /// <summary>How often code came in that had left for the thread pool.</summary>
    public int Visits { get; private set; }

    /// <summary>How often that was in an order which a replay can't know: several that are not to be told apart, or while other code blocked.</summary>
    public int Unordered { get; private set; }

    /// <summary>Where the first of it runs; null where none did.</summary>
    public CallContext? FirstVisitor { get; private set; }

    /// <summary>Says that the order is not a certain one. In the gate.</summary>
    private void NoteUnordered(FreeCause cause)
    {
        Unordered++;
        loosened?.Invoke(cause);
    }

    private PumpVisitor? Enter(ulong flow)
    {
        PumpVisitor visitor;
        lock (gate)
        {
            visitor = new PumpVisitor(this, flow, TakePlace());
            if (closed)
            {
                return null;
            }

            visited = true;
            Visits++;
            FirstVisitor ??= Ambient.Current;
            waiting.Add(visitor);
            if (idle is null && (flow & OfTask) != 0)
            {
                // The task ends after its code has given the thread back, at no time that is known.
                NoteUnordered(FreeCause.PoolTask);
            }

            WakeInGate();
            for (var blocked = 0; !visitor.Admitted && !closed;)
            {
                if (Monitor.Wait(gate, Patience))
                {
                    continue;
                }

                // Code that blocks the pump's thread may wait for this very code.
                blocked = running && !IsPaused && IsBlocked(thread!) ? blocked + 1 : 0;
                if (blocked > BlockedFor && !visitor.Admitted)
                {
                    waiting.Remove(visitor);
                    visitor.Admitted = true;
                    NoteUnordered(FreeCause.BlockedThread);
                }
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

    /// <summary>
    /// The visitor that was given to the pool first, of those with a flow's number where one is named; null where there is none, or one is still to
    /// come that was given to it earlier.
    /// </summary>
    /// <param name="flow">The number; null for any.</param>
    /// <param name="holds">Whether one that is there waits for what is still to come.</param>
    private PumpVisitor? FindVisitor(ulong? flow, out bool holds)
    {
        lock (gate)
        {
            PumpVisitor? first = null;
            foreach (var visitor in waiting)
            {
                if ((flow is null || visitor.Flow == flow) && (first is null || (visitor.Place > 0 && (first.Place == 0 || visitor.Place < first.Place))))
                {
                    first = visitor;
                }
            }

            holds = first is not null && IsOrdered && IsBehind(first.Place);
            return holds ? null : first;
        }
    }

    /// <summary>Lets a visitor run, until it has left or waits for something.</summary>
    private void Admit(PumpVisitor visitor)
    {
        lock (gate)
        {
            if (!waiting.Remove(visitor))
            {
                return; // It went ahead, because the thread was blocked.
            }

            // Branches that were started at the same place, and had made no call since, are told apart by when they were given to the pool.
            var before = known.GetValueOrDefault(visitor.Flow, -1);
            if (known.Count >= MostKnown || (before >= 0 && (before == 0 || visitor.Place <= before)))
            {
                NoteUnordered(FreeCause.AlikeBranches);
            }

            if (known.Count < MostKnown)
            {
                known[visitor.Flow] = visitor.Place;
            }

            visitor.Admitted = true;
            Volatile.Write(ref inside, visitor);
            Monitor.PulseAll(gate);
            var blocked = 0;
            while (!visitor.Gone && !closed && blocked <= BlockedFor)
            {
                if (!Monitor.Wait(gate, Patience))
                {
                    blocked = visitor.IsBlocked && !IsPaused ? blocked + 1 : 0;
                }
            }

            if (!visitor.Gone && !closed)
            {
                NoteUnordered(FreeCause.BlockedThread);
            }

            Volatile.Write(ref inside, null);
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
