namespace Reenact.Sessions;

/// <content>What is there to run, and the thread that waits for it.</content>
internal sealed partial class Pump
{
    private readonly object gate = new();
    private readonly Queue<Action> ready = new();
    private readonly Queue<Action> completions = new();
    private bool woken;
    private volatile bool closed;
    private volatile bool idling;
    private long posted;

    /// <summary>Whether there is code that could run, or runs, beside what the thread runs now.</summary>
    public bool HasMore
    {
        get
        {
            lock (gate)
            {
                return ready.Count + completions.Count + waiting.Count > 0 || inside is not null;
            }
        }
    }

    /// <summary>Wakes the thread, because there may be something to do.</summary>
    public void Wake()
    {
        lock (gate)
        {
            WakeInGate();
        }
    }

    private void WakeInGate()
    {
        woken = true;
        Monitor.PulseAll(gate);
    }

    private void WaitForWake()
    {
        lock (gate)
        {
            idling = true;
            while (!woken && !closed)
            {
                Monitor.Wait(gate);
            }

            idling = false;
            woken = false;
        }
    }

    private bool TryClose()
    {
        lock (gate)
        {
            if (ready.Count + completions.Count + waiting.Count == 0)
            {
                Close();
            }

            return closed;
        }
    }

    private void Close()
    {
        lock (gate)
        {
            closed = true;
            Monitor.PulseAll(gate);
        }
    }

    private bool TryTake(Queue<Action> queue, out Action code)
    {
        lock (gate)
        {
            return queue.TryDequeue(out code!);
        }
    }

    private bool TryEnqueue(Queue<Action> queue, Action code)
    {
        lock (gate)
        {
            if (closed)
            {
                return false;
            }

            Intrusions += queue == ready && !RunsHere ? 1 : 0;
            queue.Enqueue(code);
            posted++;
            WakeInGate();
            return true;
        }
    }
}
