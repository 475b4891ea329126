using Reenact.Events;
using Reenact.Replaying;
using Reenact.Sessions;
using Reenact.Shims;

namespace Reenact;

/// <content>Calls that run live: on the code's thread without its context, as when a session is recorded exactly.</content>
public sealed partial class SessionReplay
{
    internal override bool IsScheduled => true;

    /// <summary>A call that was recorded to end later does so also when its live task is complete at once: so it keeps its turn.</summary>
    internal override bool EndsLater(in RecordedCall call) => call.State is LiveContext { IsInside: false, Call.EndsLater: true };

    /// <summary>Starts a call inside one that runs live: it is part of that one.</summary>
    private CallAction StartInside(ref RecordedCall call, LiveContext outer)
    {
        if (call.Method.SideEffects && engine.Plan is { } resolved && !resolved.IsNamed(call.Method))
        {
            throw engine.RefuseSideEffects(call.Method, outer.Call.Place);
        }

        GuardSideEffects(call.Method);
        engine.Pump.NoteProgress();
        var forked = outer.Forked?.Start(call.Method, call.Encoder.Written, isLive: true);
        call.State = new LiveContext(call.Parent, call.Method, outer.Call, forked);
        return CallAction.Run;
    }

    /// <summary>Starts a call of replayed code that runs live, or that is overridden.</summary>
    private CallAction StartLive(ref RecordedCall call, LiveCall live, CallAction action)
    {
        if (action == CallAction.Run)
        {
            GuardSideEffects(call.Method);
        }

        live.Forked = InsideOf(call.Parent).Forked?.Start(call.Method, call.Encoder.Written, isLive: action == CallAction.Run);
        if (action == CallAction.Serve)
        {
            call.State = live;
            return action;
        }

        if (Interlocked.Exchange(ref wentLive, 1) == 0)
        {
            fork?.MakeDurable();
        }

        engine.Watch.NoteLive();
        call.State = new LiveContext(call.Parent, call.Method, live, live.Forked);
        if (engine.Pump.IsCurrent)
        {
            engine.Pump.LeaveCode();
        }

        return action;
    }

    private static void GuardSideEffects(RecordedMethod method)
    {
        if (method.SideEffects)
        {
            SideEffectGuard.Check(method.Name);
        }
    }

    private void ReturnLive(ref RecordedCall call, LiveContext live, EventEncoder encoder, ResultCompletion completion)
    {
        live.Forked?.Return(encoder.Written, encoder.Outputs, completion);
        if (live.IsInside)
        {
            return;
        }

        engine.EndLive(live.Call, encoder.Written, encoder.Outputs);
        if (completion == ResultCompletion.AtReturn)
        {
            BackOnPump();
        }
    }

    private void FailLive(ref RecordedCall call, LiveContext live, Exception exception, FailureCompletion completion)
    {
        live.Forked?.Fail(exception, call.OutputEncoder is { } encoder ? encoder.Outputs : default, completion);
        if (live.IsInside)
        {
            return;
        }

        engine.EndLive(live.Call, SeveralFailures.FirstOf(exception));
        if (completion != FailureCompletion.Later)
        {
            BackOnPump();
        }
    }

    private void WhenLiveDone(LiveContext live, Task task, Action end)
    {
        if (live.IsInside)
        {
            task.ConfigureAwait(false).GetAwaiter().UnsafeOnCompleted(end);
            return;
        }

        BackOnPump();
        task.ConfigureAwait(false).GetAwaiter().UnsafeOnCompleted(() => engine.ReleaseLive(live.Call, end));
    }

    private void TakeLiveReport<T, TCodec>(LiveContext live, ReportedProgress<T, TCodec> progress, T value)
        where TCodec : IValueCodec<T>
    {
        if (!live.IsInside && !engine.Pump.RunsHere && progress.Call.Reports!.HasReturned)
        {
            engine.Pump.PostCompletion(() => PassLiveReport(live, progress, value)); // Its handler is replayed code.
        }
        else
        {
            PassLiveReport(live, progress, value);
        }
    }

    private void PassLiveReport<T, TCodec>(LiveContext live, ReportedProgress<T, TCodec> progress, T value)
        where TCodec : IValueCodec<T>
    {
        var reports = progress.Call.Reports!;
        if (!reports.HasEnded && live.Forked is { } forked)
        {
            var encoder = EventEncoder.Rent(this);
            var writer = encoder.Writer();
            TCodec.Write(ref writer, value, encoder.Values);
            writer.Flush();
            Scrub(encoder);
            lock (reports.Gate)
            {
                if (!reports.HasEnded)
                {
                    forked.Report(encoder.Written, progress.Place, reports.HasReturned ? ResultCompletion.Later : ResultCompletion.AtReturn);
                }
            }

            encoder.Return();
        }

        var leaves = !live.IsInside && engine.Pump.IsCurrent;
        if (leaves)
        {
            engine.Pump.EnterCode();
        }

        try
        {
            progress.PassOn(value);
        }
        finally
        {
            if (leaves)
            {
                engine.Pump.LeaveCode();
            }
        }
    }

    private void EnterLiveStep(LiveContext live)
    {
        if (live.IsInside)
        {
            return;
        }

        engine.ResumeLive(live.Call);
        if (engine.Pump.IsCurrent)
        {
            engine.Pump.LeaveCode();
        }
    }

    private void WhenLiveStepped(LiveContext live, ref ValueTask<bool> step, Action end)
    {
        if (live.IsInside)
        {
            step.ConfigureAwait(false).GetAwaiter().UnsafeOnCompleted(end);
        }
        else
        {
            step.ConfigureAwait(false).GetAwaiter().UnsafeOnCompleted(() => engine.ReleaseLive(live.Call, end));
        }
    }

    private void AddLiveItem(LiveContext live, EventEncoder encoder, ResultCompletion completion)
    {
        live.Forked?.Item(encoder.Written, completion);
        if (!live.IsInside)
        {
            engine.SuspendLive(live.Call);
            engine.CheckLiveItem(live.Call, encoder.Written);
        }
    }

    private void EndLiveStream(LiveContext live, in StreamEnd end)
    {
        live.Forked?.EndStream(end);
        if (!live.IsInside)
        {
            engine.EndLiveStream(live.Call, end);
        }
    }

    private void EndLiveDisposal(LiveContext live, Exception? failure, FailureCompletion completion)
    {
        if (failure is not null)
        {
            live.Forked?.FailDisposal(failure, completion);
        }

        if (!live.IsInside)
        {
            engine.SuspendLive(live.Call);
        }
    }

    /// <summary>A value that code reads that runs live, or past the fork.</summary>
    private T CaptureFresh<T, TCodec>(ForkedCall? forked, CaptureSource source, string? name, Func<T> read)
        where TCodec : IValueCodec<T>
    {
        var value = read();
        if (forked is not null)
        {
            var encoder = EventEncoder.Rent(this);
            var writer = encoder.Writer();
            TCodec.Write(ref writer, value, encoder.Values);
            writer.Flush();
            if (source is CaptureSource.Environment or CaptureSource.Named)
            {
                Scrub(encoder);
            }

            forked.Capture(source, name, encoder.Written);
            encoder.Return();
        }

        return value;
    }

    private void BackOnPump()
    {
        if (engine.Pump.IsCurrent)
        {
            engine.Pump.EnterCode();
        }
    }
}
