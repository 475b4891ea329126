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
        if (asksForItem)
        {
            engine.CheckAsked(CallOf(call));
        }
    }

    internal override void LeaveStep(in RecordedCall call)
    {
        // The pump's thread never leaves its context for a core that is replayed.
    }

    internal override void Suspend(in RecordedCall call)
    {
        // Only a recorder watches what is in flight at once.
    }

    internal override void WhenStepped(in RecordedCall call, ref ValueTask<bool> step, Action end)
    {
        var task = step.AsTask();
        step = new ValueTask<bool>(task);
        engine.RunWhenDone(task, end);
    }

    internal override void BeginItem(in RecordedCall call, EventEncoder encoder, ResultCompletion completion)
    {
        // Only the item itself is compared.
    }

    internal override void AddItem(in RecordedCall call, EventEncoder encoder, ResultCompletion completion) =>
        engine.CheckItem(CallOf(call), call.Method, encoder.Written);

    internal override void EndStream(in RecordedCall call, in StreamEnd end) =>
        engine.CheckStreamEnd(BodyOf(call), call.Method, end);

    internal override void EndDisposal(in RecordedCall call, Exception? failure, FailureCompletion completion) =>
        engine.CheckDisposal(CallOf(call), call.Method, failure);

    internal override IAsyncEnumerable<T> ServeStream<T, TCodec>(ref RecordedCall call, CancellationToken cancellationToken)
    {
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

        IAsyncEnumerable<T> Serve(ScriptCall match) => match switch
        {
            { StreamEnd: null, End: CallFailedEvent failed } => throw engine.MakeException(failed, cancellationToken),
            { End: CallReturnedEvent { Result.IsNil: true } } => null!,
            { End: CallReturnedEvent returned } => throw engine.DivergeNoStream(match, returned),
            _ => new ServedStream<T, TCodec>(this, engine, served, match, cancellationToken),
        };
    }

    private static ScriptCall CallOf(in RecordedCall call) => ((ReplayContext)call.State!).Call;
}
