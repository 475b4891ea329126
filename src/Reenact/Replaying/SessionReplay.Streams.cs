using Reenact.Events;
using Reenact.Replaying;
using Reenact.Sessions;
using Reenact.Shims;

namespace Reenact;

/// <content>Streams: served from the recording item by item, or run again and compared.</content>
public sealed partial class SessionReplay
{
    internal override void EnterStep(in RecordedCall call, bool asksForItem)
    {
        TakesCalls();
        if (call.State is LiveContext live)
        {
            EnterLiveStep(live);
        }
        else if (asksForItem)
        {
            engine.CheckAsked(CallOf(call));
        }
    }

    internal override void LeaveStep(in RecordedCall call)
    {
        // The pump's thread leaves its context for a live core only.
        if (call.State is LiveContext { IsInside: false })
        {
            BackOnPump();
        }
    }

    internal override void Suspend(in RecordedCall call)
    {
        if (call.State is LiveContext { IsInside: false } live)
        {
            engine.SuspendLive(live.Call);
        }
    }

    internal override void WhenStepped(in RecordedCall call, ref ValueTask<bool> step, Action end)
    {
        if (call.State is LiveContext live)
        {
            WhenLiveStepped(live, ref step, end);
            return;
        }

        var task = step.AsTask();
        step = new ValueTask<bool>(task);
        engine.RunWhenDone(task, end);
    }

    internal override void BeginItem(in RecordedCall call, EventEncoder encoder, ResultCompletion completion)
    {
        // Only the item itself is compared.
    }

    internal override void AddItem(in RecordedCall call, EventEncoder encoder, ResultCompletion completion)
    {
        Scrub(encoder);
        if (call.State is LiveContext live)
        {
            AddLiveItem(live, encoder, completion);
            return;
        }

        if (ended)
        {
            return; // As how a call ends that was left behind.
        }

        var body = CallOf(call);
        body.Forked?.Item(encoder.Written, completion);
        engine.CheckItem(body, call.Method, encoder.Written);
    }

    internal override void EndStream(in RecordedCall call, in StreamEnd end)
    {
        if (call.State is LiveContext live)
        {
            EndLiveStream(live, end);
            return;
        }

        if (ended)
        {
            return; // As how a call ends that was left behind.
        }

        var body = BodyOf(call);
        if (end.Failure is not ReplayDivergenceException)
        {
            body.Forked?.EndStream(end);
        }

        engine.CheckStreamEnd(body, call.Method, end);
    }

    internal override void EndDisposal(in RecordedCall call, Exception? failure, FailureCompletion completion)
    {
        if (call.State is LiveContext live)
        {
            EndLiveDisposal(live, failure, completion);
            return;
        }

        if (ended)
        {
            return; // As how a call ends that was left behind.
        }

        var body = CallOf(call);
        if (failure is not null)
        {
            body.Forked?.FailDisposal(failure, completion);
        }

        engine.CheckDisposal(body, call.Method, failure);
    }

    internal override IAsyncEnumerable<T> ServeStream<T, TCodec>(ref RecordedCall call, CancellationToken cancellationToken)
    {
        if (call.State is LiveCall live)
        {
            return ServeOverriddenStream<T, TCodec>(live, call, cancellationToken);
        }

        var served = call;
        if (call.State is not ParkedCall parked)
        {
            return Serve((ScriptCall)call.State!);
        }

        var due = new TaskCompletionSource<IAsyncEnumerable<T>>();
        parked.Fail = due.SetException;
        parked.Resume = matched =>
        {
            IAsyncEnumerable<T> stream;
            try
            {
                stream = Serve(matched);
            }
            catch (Exception exception)
            {
                due.SetException(exception);
                return;
            }

            due.SetResult(stream);
        };
        engine.Park(parked);
        return new DueStream<T>(due.Task);

        IAsyncEnumerable<T> Serve(ScriptCall match)
        {
            switch (match.Peek())
            {
                case CallFailedEvent failed:
                    match.Forked?.End(failed);
                    throw engine.MakeException(failed, cancellationToken);
                case CallReturnedEvent { Result.IsNil: true } nothing:
                    match.Forked?.End(nothing);
                    return null!;
                case CallReturnedEvent returned:
                    throw engine.DivergeNoStream(match, returned);
                default:
                    match.BeginStream();
                    return new ServedStream<T, TCodec>(this, engine, served, match, cancellationToken);
            }
        }
    }

    private static ScriptCall CallOf(in RecordedCall call) => ((ReplayContext)call.State!).Call;
}
