using Reenact.Sessions;

namespace Reenact.Replaying;

/// <summary>
/// Holds replayed code before its recorded calls and lets it go on as it is told to. The thread that makes the call waits, and the pump with it, so
/// that nothing else of the session runs meanwhile. Thread-safe.
/// </summary>
internal sealed class Stepper(Pump pump)
{
    private readonly object gate = new();
    private Going going = Going.Nowhere;
    private long target;
    private int steps;
    private bool isHolding;
    private bool isReported;
    private bool isAbandoned;
    private TaskCompletionSource<ReplayStop?>? asked;

    /// <summary>How far the code may go.</summary>
    private enum Going
    {
        Nowhere,
        ToEvent,
        Steps,
        ToEnd,
    }

    /// <summary>Waits before a call, as long as it may not be made.</summary>
    /// <param name="sequence">The number of the recorded event that starts it; null when the recording doesn't have it.</param>
    /// <param name="describe">Says what is to be known of it.</param>
    /// <returns>False when the code is to end instead.</returns>
    public bool PassBefore(long? sequence, Func<ReplayStop> describe)
    {
        lock (gate)
        {
            while (isHolding && !isAbandoned)
                Monitor.Wait(gate); // Another call is held already.

            if (!isAbandoned && !MayPass(sequence))
                Hold(sequence, describe);
            return !isAbandoned;
        }
    }

    /// <summary>Lets the code go on to the first call whose recorded event is at or after one.</summary>
    public Task<ReplayStop?> GoTo(long sequence) => Go(Going.ToEvent, sequence);

    /// <summary>Lets the code make the call that it is held before, and go on to the next.</summary>
    public Task<ReplayStop?> GoOneStep() => Go(Going.Steps, 0);

    /// <summary>Lets the code go on to its end.</summary>
    public void GoToEnd()
    {
        lock (gate)
        {
            ThrowIfUnderWay();
            going = Going.ToEnd;
            Monitor.PulseAll(gate);
        }
    }

    /// <summary>Ends the code where it stands.</summary>
    public void Abandon()
    {
        lock (gate)
        {
            isAbandoned = true;
            Monitor.PulseAll(gate);
        }
    }

    private Task<ReplayStop?> Go(Going where, long sequence)
    {
        lock (gate)
        {
            ThrowIfUnderWay();
            asked = new TaskCompletionSource<ReplayStop?>(TaskCreationOptions.RunContinuationsAsynchronously);
            (going, target, steps) = (where, sequence, isHolding && isReported ? 1 : 0);
            Monitor.PulseAll(gate);
            return asked.Task;
        }
    }

    /// <exception cref="ObjectDisposedException">The run, or its replay, has been disposed.</exception>
    public void ThrowIfAbandoned()
    {
        lock (gate)
            ObjectDisposedException.ThrowIf(isAbandoned, typeof(ReplayRun));
    }

    private void ThrowIfUnderWay()
    {
        ThrowIfAbandoned();
        if (asked is { Task.IsCompleted: false })
            throw new InvalidOperationException("The replayed code is on its way to a stop already. Await that before it is sent on.");
    }

    private void Hold(long? sequence, Func<ReplayStop> describe)
    {
        (isHolding, isReported, pump.IsPaused) = (true, false, true);
        try
        {
            ReplayStop? stop = null;
            do
            {
                if (asked is { Task.IsCompleted: false } waiting)
                {
                    (going, isReported) = (Going.Nowhere, true);
                    waiting.SetResult(stop ??= describe());
                }

                Monitor.Wait(gate);
            }
            while (!isAbandoned && !MayPass(sequence));
        }
        finally
        {
            (isHolding, pump.IsPaused) = (false, false);
            pump.NoteProgress();
            Monitor.PulseAll(gate);
        }
    }

    private bool MayPass(long? sequence) => going switch
    {
        Going.ToEnd => true,
        Going.ToEvent => sequence is null || sequence < target, // A call that the recording doesn't have diverges, and that is told.
        Going.Steps => steps-- > 0,
        _ => false,
    };
}
