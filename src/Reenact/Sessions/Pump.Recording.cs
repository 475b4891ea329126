namespace Reenact.Sessions;

/// <content>The code of a session that is recorded: it runs until the session ends, and then stands still.</content>
internal sealed partial class Pump
{
    /// <summary>How long code may take, at most, to come to its next step once it is to stand still.</summary>
    private static readonly TimeSpan LongestStep = TimeSpan.FromSeconds(1);

    private readonly TaskCompletionSource halted = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private Func<bool>? drains;
    private long haltsAt;

    /// <summary>Whether the session's code has ended, and what it left in flight stands still, between two steps.</summary>
    public bool IsHalted { get; private set; }

    /// <summary>Whether the end of a call that has ended is still to be recorded.</summary>
    private bool HasUnrecordedEnd
    {
        get
        {
            lock (gate)
            {
                return ending.Exists(static task => task.IsCompleted);
            }
        }
    }

    /// <summary>Lets the code that is still in flight go on for a while, and then stand still between two steps until the pump is left behind.</summary>
    /// <param name="drains">Whether something is to come still that is worth waiting for.</param>
    /// <param name="longest">How long that is waited for, at most.</param>
    public async Task HaltAsync(Func<bool> drains, TimeSpan longest)
    {
        lock (gate)
        {
            haltsAt = Environment.TickCount64 + (long)longest.TotalMilliseconds;
            this.drains = drains;
            WakeInGate();
        }

        await halted.Task.WaitAsync(longest + LongestStep).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    private void RecordUntilClosed<T>(Task<T> task, TaskCompletionSource<T> result)
    {
        var ended = false;
        while (!closed)
        {
            if (!ended && task.IsCompleted && !HasUnrecordedEnd)
            {
                ended = true;
                result.TrySetFromTask(task);
            }

            if (MustHalt(ended))
            {
                Halt(ended);
                return;
            }

            RecordNext();
        }
    }

    private bool MustHalt(bool ended)
    {
        lock (gate)
        {
            return drains is not null
                && (!ended || Environment.TickCount64 >= haltsAt || (ready.Count + completions.Count + waiting.Count == 0 && !drains()));
        }
    }

    private void Halt(bool ended)
    {
        lock (gate)
        {
            IsHalted = ended && !closed;
            halted.TrySetResult();
            while (!closed)
            {
                Monitor.Wait(gate);
            }
        }
    }

    private TimeSpan LongestWait()
    {
        lock (gate)
        {
            return drains is null ? Timeout.InfiniteTimeSpan : TimeSpan.FromMilliseconds(Math.Max(1, haltsAt - Environment.TickCount64));
        }
    }
}
