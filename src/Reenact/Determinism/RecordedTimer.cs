namespace Reenact.Determinism;

/// <summary>A timer made of recorded delays, so that on replay it fires in the recorded order and takes no real time.</summary>
internal sealed class RecordedTimer : ITimer
{
    private readonly Lock gate = new();
    private readonly TimerCallback callback;
    private readonly object? state;
    private CancellationTokenSource? running;
    private bool disposed;

    public RecordedTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        this.callback = callback;
        this.state = state;
        Change(dueTime, period);
    }

    public bool Change(TimeSpan dueTime, TimeSpan period)
    {
        CancellationTokenSource? next = null;
        lock (gate)
        {
            if (disposed)
            {
                return false;
            }

            running?.Cancel();
            running = dueTime == Timeout.InfiniteTimeSpan ? null : next = new CancellationTokenSource();
        }

        if (next is not null)
        {
            _ = FireAsync(dueTime, period, next);
        }

        return true;
    }

    public void Dispose()
    {
        lock (gate)
        {
            disposed = true;
            running?.Cancel();
            running = null;
        }
    }

    public ValueTask DisposeAsync()
    {
        Dispose();
        return default;
    }

    private async Task FireAsync(TimeSpan dueTime, TimeSpan period, CancellationTokenSource cancellation)
    {
        for (var wait = dueTime; ; wait = period)
        {
            // Canceled delays end normally here: the timer was changed or disposed.
            await Deterministic.Delay(wait, cancellation.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (cancellation.IsCancellationRequested)
            {
                return;
            }

            callback(state);
            if (period == Timeout.InfiniteTimeSpan || period == TimeSpan.Zero)
            {
                return;
            }
        }
    }
}
