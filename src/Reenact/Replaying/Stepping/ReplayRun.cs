using Reenact.Replaying;

namespace Reenact;

/// <summary>
/// A replay that is taken step by step: its code stops before recorded calls, and goes on when it is told to. While it is stopped nothing of the session
/// runs, and time does not count. Its members are called one after the other.
/// </summary>
public abstract class ReplayRun : IAsyncDisposable
{
    private readonly Stepper stepper;
    private readonly Action abandon;
    private readonly TimeSpan patience;

    private protected ReplayRun(Stepper stepper, Action abandon, TimeSpan patience)
    {
        this.stepper = stepper;
        this.abandon = abandon;
        this.patience = patience;
    }

    private protected abstract Task Run { get; }

    /// <summary>Goes on until the code is about to make a call whose recorded event is at or after one.</summary>
    /// <param name="event">The number of the event.</param>
    /// <returns>Where the code has stopped; null when it has ended before.</returns>
    /// <exception cref="ReplayDivergenceException">The code departed from the recording before, and divergences are not collected.</exception>
    /// <exception cref="InvalidOperationException">The code is on its way to a stop already.</exception>
    /// <exception cref="ObjectDisposedException">The run, or its replay, has been disposed.</exception>
    /// <remarks>Whatever else the code throws is thrown here too.</remarks>
    public Task<ReplayStop?> RunToAsync(long @event)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(@event);
        return UntilAsync(() => stepper.GoTo(@event));
    }

    /// <summary>Makes the call that the code has stopped before, and goes on to the next, whichever that is.</summary>
    /// <inheritdoc cref="RunToAsync" path="/returns"/>
    /// <inheritdoc cref="RunToAsync" path="/exception"/>
    public Task<ReplayStop?> StepAsync() => UntilAsync(stepper.GoOneStep);

    /// <summary>Leaves the code behind where it stands, unless it has ended: its next recorded call throws, and nothing runs live.</summary>
    public async ValueTask DisposeAsync()
    {
        if (!Run.IsCompleted)
        {
            abandon();
        }

        stepper.Abandon();

        // Code that swallows the exception, or waits for something else, is not waited for.
        await Run.WaitAsync(patience).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        GC.SuppressFinalize(this);
    }

    private protected void GoToEnd() => stepper.GoToEnd();

    private async Task<ReplayStop?> UntilAsync(Func<Task<ReplayStop?>> go)
    {
        stepper.ThrowIfAbandoned();
        if (!Run.IsCompleted && go() is var stop && await Task.WhenAny(stop, Run).ConfigureAwait(false) == stop)
        {
            return await stop.ConfigureAwait(false);
        }

        await Run.ConfigureAwait(false);
        return null;
    }
}

/// <summary>A replay that is taken step by step, of code that returns a value.</summary>
/// <typeparam name="T">What the code returns.</typeparam>
/// <inheritdoc cref="ReplayRun"/>
public sealed class ReplayRun<T> : ReplayRun
{
    private readonly Task<ReplayReport<T>> run;

    internal ReplayRun(Task<ReplayReport<T>> run, Stepper stepper, Action abandon, TimeSpan patience)
        : base(stepper, abandon, patience) => this.run = run;

    private protected override Task Run => run;

    /// <summary>Goes on to the end.</summary>
    /// <returns>The report, with what the code returned.</returns>
    /// <inheritdoc cref="ReplayRun.RunToAsync" path="/exception"/>
    public Task<ReplayReport<T>> ToEndAsync()
    {
        if (!run.IsCompleted)
        {
            GoToEnd();
        }

        return run;
    }
}
