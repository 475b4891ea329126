namespace Reenact.Sessions;

/// <content>The synchronization context that the session's code sees.</content>
internal sealed partial class Pump
{
    /// <inheritdoc/>
    public override void Post(SendOrPostCallback d, object? state)
    {
        if (state is Action && IsOrdered && !RunsHere && !closed)
        {
            Bring(d, state); // Code that awaits, and that something outside let go on: whose turn it is, its flow tells.
        }
        else if (!TryEnqueue(ready, (d, state)))
        {
            base.Post(d, state);
        }
    }

    /// <summary>Lets code in from outside as if it came back from the thread pool.</summary>
    private void Bring(SendOrPostCallback d, object? state) => ThreadPool.UnsafeQueueUserWorkItem(
        static posted =>
        {
            var (pump, before, outer) = (posted.Pump, entries, brought);
            brought = true;
            SetSynchronizationContext(pump);
            try
            {
                posted.Code(posted.State);
            }
            finally
            {
                SetSynchronizationContext(null);
                brought = outer;
                if (entries == before)
                {
                    lock (pump.gate)
                    {
                        pump.NoteUnordered(FreeCause.OutsideEvent); // It has no flow.
                    }
                }
            }
        },
        (Pump: this, Code: d, State: state),
        preferLocal: false);

    /// <inheritdoc/>
    public override void Send(SendOrPostCallback d, object? state)
    {
        if (IsCurrent || closed)
        {
            d(state);
            return;
        }

        using var done = new ManualResetEventSlim();
        Post(
            _ =>
            {
                try
                {
                    d(state);
                }
                finally
                {
                    done.Set();
                }
            },
            null);
        done.Wait();
    }

    /// <inheritdoc/>
    public override SynchronizationContext CreateCopy() => this;

    /// <summary>Takes the synchronization context away, for code that is not the session's own. On the thread that runs the session's code.</summary>
    public void LeaveCode()
    {
        outsideCode |= IsCurrent;
        SetSynchronizationContext(null);
    }

    /// <summary>Undoes <see cref="LeaveCode"/>.</summary>
    public void EnterCode()
    {
        outsideCode &= !IsCurrent;
        SetSynchronizationContext(IsCurrent ? stretch : brought ? this : null);
    }
}
