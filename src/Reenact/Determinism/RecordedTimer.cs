using Reenact.Sessions;

namespace Reenact.Determinism;

/// <summary>A timer made of recorded delays, so that on replay it fires in the recorded order and takes no real time.</summary>
internal sealed class RecordedTimer : ITimer
{
    private readonly Lock gate = new();
    private readonly TimerCallback callback;
    private readonly object? state;
    private readonly CallContext? context = Ambient.Current;
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
        var repeats = period != Timeout.InfiniteTimeSpan && period != TimeSpan.Zero;
        var next = DelayAsync(dueTime, cancellation.Token);
        while (true)
        {
            // Canceled delays end normally here: the timer was changed or disposed.
            await next.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (cancellation.IsCancellationRequested)
            {
                return;
            }

            // The next period starts before the callback, so that what the callback sets going can't come before it.
            next = repeats ? DelayAsync(period, cancellation.Token) : Task.CompletedTask;
            callback(state);
            if (!repeats)
            {
                return;
            }
        }
    }

    /// <summary>Whoever makes a timer may suppress the flow of the context (PeriodicTimer does): its delays are its maker's all the same.</summary>
    private Task DelayAsync(TimeSpan duration, CancellationToken cancellationToken)
    {
        Ambient.Current = context?.Here();
        return Deterministic.Delay(duration, cancellationToken);
    }
}
