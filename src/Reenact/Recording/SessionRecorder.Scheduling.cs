using MessagePack;
using Reenact.Recorders;
using Reenact.Sessions;

namespace Reenact;

/// <content>Where the session's code runs, when it has ended, and whether its order is certain.</content>
public sealed partial class SessionRecorder
{
    /// <summary>How long the end of a session waits for calls that its code left in flight, so that their ends are recorded too.</summary>
    private static readonly TimeSpan LongestDrain = TimeSpan.FromSeconds(1);

    /// <summary>Not an asynchronous method: its own continuation would be code of the session.</summary>
    private Task<T> RunFreelyAsync<T>(Func<Task<T>> code)
    {
        var (before, place) = (ExecutionContext.Capture(), Ambient.Current);
        var isHere = CodeStretch.Here is { } here && place?.Stretch is { } stretch && ReferenceEquals(place.Session, this) && here == stretch;
        Ambient.Current = isHere ? root.In(place!.Stretch) : CodeStretch.Begin(root, log);
        try
        {
            return code();
        }
        catch (OperationCanceledException canceled)
        {
            return Task.FromCanceled<T>(canceled.CancellationToken.IsCancellationRequested ? canceled.CancellationToken : new CancellationToken(canceled: true));
        }
        catch (Exception exception)
        {
            return Task.FromException<T>(exception);
        }
        finally
        {
            if (before is not null)
            {
                ExecutionContext.Restore(before);
            }
            else
            {
                Ambient.Current = place;
                CodeStretch.Switch(place);
            }
        }
    }

    private async Task<T> RunScheduledAsync<T>(Func<Task<T>> code)
    {
        var scheduler = new Pump(NoteResumption, log.NoteFree, () => log.HasOpenCalls);
        if (Interlocked.CompareExchange(ref pump, scheduler, null) is not null)
        {
            throw new InvalidOperationException("A session with Scheduling.Exact runs its code once. Give RunAsync the session's whole code.");
        }

        if (isResumed)
        {
            log.NoteFree(FreeCause.Interrupted); // A replay runs all of the session's code under one schedule, and this one knows only its part.
        }

        log.NoteScheduled();
        Ambient.Current = root; // For the code only: a change made in an asynchronous method ends with it.
        return await new BlockedWatch(scheduler, options.StuckTimeout).WaitAsync(scheduler.RunAsync(code)).ConfigureAwait(false);
    }

    /// <summary>What the code has left undone makes its order uncertain, unless it was scheduled up to its end, and stands still.</summary>
    private void NoteEnd()
    {
        if (pump is null ? log.HasOpenCalls : pump is { IsReplay: false, IsHalted: false })
        {
            log.NoteFree(FreeCause.UnfinishedCalls);
        }
        else if (pump is { IsReplay: true, IsExact: false })
        {
            log.NoteFree(FreeCause.ReplayOrder);
        }
    }

    private void NoteResumption(PumpResumption resumed) =>
        Emit((ref MessagePackWriter output, ValueWriteContext _) => SessionEvents.WriteResumption(ref output, clock.Now, resumed));

    /// <summary>The session's own code that runs beside its schedule runs freely.</summary>
    private void NotePlace(CallContext context)
    {
        if (pump is { IsReplay: false, RunsHere: false } && !context.IsServed)
        {
            log.NoteFree(FreeCause.OutsideSchedule);
        }
    }
}
