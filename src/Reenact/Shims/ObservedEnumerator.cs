using System.Threading.Tasks.Sources;
using Reenact.Events;
using Reenact.Sessions;

namespace Reenact.Shims;

/// <summary>
/// One enumeration of a stream whose core runs: each item is recorded, or compared, before its consumer gets it. The core runs inside the
/// call, the consumer does not. An item costs no allocation, and nor does waiting for one.
/// </summary>
internal sealed class ObservedEnumerator<T, TCodec> : IAsyncEnumerator<T>, IValueTaskSource<bool>, IAwaitsInner
    where TCodec : IValueCodec<T>
{
    private readonly RecordedCall call;
    private readonly IAsyncEnumerator<T> core;
    private ManualResetValueTaskSourceCore<bool> source;
    private ContextSwitch body;
    private ValueTask<bool> step;
    private Action? onStepped;
    private bool stepping;
    private bool ended;
    private bool disposed;

    public ObservedEnumerator(RecordedCall call, IAsyncEnumerable<T> stream, CancellationToken cancellationToken)
    {
        this.call = call;
        var outer = Enter(asksForItem: false);
        try
        {
            core = stream.GetAsyncEnumerator(cancellationToken);
        }
        catch (Exception exception)
        {
            Leave(outer);
            Fail(exception, FailureCompletion.Thrown);
            throw;
        }

        Leave(outer);
        call.Session.Suspend(call);
    }

    public T Current { get; private set; } = default!;

    object? IAwaitsInner.Inner => stepping ? step.AsTask() : null;

    public ValueTask<bool> MoveNextAsync()
    {
        if (stepping || ended)
        {
            return core.MoveNextAsync(); // Two requests at once, or one after the end: whatever the core makes of it.
        }

        var outer = Enter(asksForItem: true);
        ValueTask<bool> taken;
        try
        {
            taken = core.MoveNextAsync();
        }
        catch (Exception exception)
        {
            Leave(outer);
            Fail(exception, FailureCompletion.Thrown);
            throw;
        }

        Leave(outer);
        return taken.IsCompleted ? EndStep(taken) : EndStepLater(taken);
    }

    public ValueTask DisposeAsync()
    {
        if (stepping || disposed)
        {
            return core.DisposeAsync();
        }

        disposed = true;
        var outer = Enter(asksForItem: false);
        ValueTask disposal;
        try
        {
            disposal = core.DisposeAsync();
        }
        catch (Exception exception)
        {
            Leave(outer);
            EndDisposal(exception, FailureCompletion.Thrown);
            throw;
        }

        Leave(outer);
        if (!disposal.IsCompletedSuccessfully)
        {
            return new ValueTask(EndDisposal(disposal.AsTask()));
        }

        disposal.GetAwaiter().GetResult();
        EndDisposal(null, FailureCompletion.Thrown);
        return default;
    }

    bool IValueTaskSource<bool>.GetResult(short token) => source.GetResult(token);

    ValueTaskSourceStatus IValueTaskSource<bool>.GetStatus(short token) => source.GetStatus(token);

    void IValueTaskSource<bool>.OnCompleted(Action<object?> continuation, object? state, short token, ValueTaskSourceOnCompletedFlags flags) =>
        source.OnCompleted(continuation, state, token, flags);

    private ValueTask<bool> EndStep(ValueTask<bool> taken)
    {
        try
        {
            return new ValueTask<bool>(Note(taken.GetAwaiter().GetResult(), ResultCompletion.AtReturn));
        }
        catch (Exception exception)
        {
            source.Reset();
            source.SetException(FailureOf(exception, FailureCompletion.FailedTask));
            return new ValueTask<bool>(this, source.Version);
        }
    }

    private ValueTask<bool> EndStepLater(ValueTask<bool> taken)
    {
        source.Reset();
        var version = source.Version;
        (stepping, step) = (true, taken);
        call.Session.WhenStepped(call, ref step, onStepped ??= OnStepped);
        return new ValueTask<bool>(this, version);
    }

    private void OnStepped()
    {
        bool more;
        try
        {
            more = Note(step.GetAwaiter().GetResult(), ResultCompletion.Later);
        }
        catch (Exception exception)
        {
            var failure = FailureOf(exception, FailureCompletion.Later);
            stepping = false;
            source.SetException(failure);
            return;
        }

        stepping = false;
        source.SetResult(more);
    }

    private bool Note(bool more, ResultCompletion completion)
    {
        if (more)
        {
            Current = core.Current;
            AddItem(completion);
        }
        else
        {
            ended = true;
            call.Session.EndStream(
                call, new StreamEnd(StreamEnding.Completed, null, completion == ResultCompletion.Later ? FailureCompletion.Later : FailureCompletion.Thrown));
        }

        return more;
    }

    private void AddItem(ResultCompletion completion)
    {
        var events = EventEncoder.Rent(call.Session);
        call.Session.BeginItem(call, events, completion);
        var writer = events.Writer("item");
        TCodec.Write(ref writer, Current, events.Values);
        writer.Flush();
        call.Session.AddItem(call, events, completion);
        events.Return();
    }

    /// <summary>Records a failure, or finds that it is none of the recorded; gives what the consumer gets.</summary>
    private Exception FailureOf(Exception exception, FailureCompletion completion)
    {
        try
        {
            if (!ended)
            {
                Fail(exception, completion);
            }

            return exception;
        }
        catch (Exception fault)
        {
            return fault;
        }
    }

    private void Fail(Exception exception, FailureCompletion completion)
    {
        ended = true;
        var ending = exception is OperationCanceledException ? StreamEnding.Canceled : StreamEnding.Failed;
        call.Session.EndStream(call, new StreamEnd(ending, exception, completion));
    }

    private void EndDisposal(Exception? failure, FailureCompletion completion)
    {
        if (ended)
        {
            call.Session.EndDisposal(call, failure, completion);
        }
        else
        {
            ended = true;
            call.Session.EndStream(call, new StreamEnd(StreamEnding.Abandoned, failure, completion));
        }
    }

    private Task EndDisposal(Task disposal)
    {
        if (disposal.IsCompleted)
        {
            EndDisposal(Observation.Failure(disposal), FailureCompletion.FailedTask);
            return disposal;
        }

        var completion = new TaskCompletionSource();
        call.Session.WhenDone(call, disposal, () =>
        {
            try
            {
                EndDisposal(disposal.IsCompletedSuccessfully ? null : Observation.Failure(disposal), FailureCompletion.Later);
                completion.SetFromTask(disposal);
            }
            catch (Exception fault)
            {
                completion.SetException(fault);
            }
        });
        return completion.Task;
    }

    private CallContext? Enter(bool asksForItem)
    {
        call.Session.EnterStep(call, asksForItem);
        var outer = Ambient.Current;
        body = call.EnterStream(body);
        return outer;
    }

    private void Leave(CallContext? outer)
    {
        body.Leave(outer);
        call.Session.LeaveStep(call);
    }
}
