using System.Diagnostics.CodeAnalysis;

namespace Reenact.Sessions;

/// <content>What can run: code that can go on, and completions. Filled from any thread, emptied by the pump's.</content>
internal sealed partial class Pump
{
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

    /// <summary>Runs a completion when the code can't go on without one; at once where the pump has ended.</summary>
    public void PostCompletion(Action completion)
    {
        if (!TryEnqueue(completions, completion))
        {
            completion();
        }
    }

    /// <summary>Wakes the thread, because there may be something to do; it looks once more, too, when it says so itself, since it may have looked already.</summary>
    public void Wake()
    {
        lock (gate)
        {
            WakeInGate();
        }
    }

    private bool HasCompletions
    {
        get
        {
            lock (gate)
            {
                return completions.Count > 0;
            }
        }
    }

    private bool HasReady
    {
        get
        {
            lock (gate)
            {
                return ready.Count > 0;
            }
        }
    }

    private void WakeInGate()
    {
        woken = true;
        Monitor.PulseAll(gate);
    }

    /// <summary>Waits until there may be something to do.</summary>
    /// <returns>False when that took too long.</returns>
    private bool WaitForWake(TimeSpan longest)
    {
        lock (gate)
        {
            idling = true;
            while (!woken && !closed)
            {
                if (!Monitor.Wait(gate, longest))
                {
                    break;
                }
            }

            idling = false;
            (var inTime, woken) = (woken || closed, false);
            return inTime;
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
        List<(SendOrPostCallback Code, object? State)> left = [];
        lock (gate)
        {
            closed = true;
            if (idle is null)
            {
                left = [.. ready, .. completions.Select(static code => (RunAction, (object?)code))];
                ready.Clear();
                completions.Clear();
            }

            Monitor.PulseAll(gate);
        }

        halted.TrySetResult();
        StopListening();
        foreach (var code in left)
        {
            ThreadPool.UnsafeQueueUserWorkItem(static code => code.Code(code.State), code, preferLocal: false); // As what comes now does.
        }
    }

    private bool TryTake<T>(Queue<T> queue, [MaybeNullWhen(false)] out T code)
    {
        lock (gate)
        {
            return queue.TryDequeue(out code);
        }
    }

    private bool TryEnqueue<T>(Queue<T> queue, T code)
    {
        lock (gate)
        {
            if (closed)
            {
                return false;
            }

            if (ReferenceEquals(queue, ready) && !RunsHere)
            {
                Intrusions++;
                loosened?.Invoke(FreeCause.OutsideEvent);
            }

            queue.Enqueue(code);
            posted++;
            WakeInGate();
            return true;
        }
    }
}
