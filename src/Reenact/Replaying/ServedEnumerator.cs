using System.Threading.Tasks.Sources;
using Reenact.Events;
using Reenact.Sessions;

namespace Reenact.Replaying;

/// <summary>
/// One enumeration of a recorded stream: an item that was there when it was asked for is there at once, any other comes when its recorded
/// turn does.
/// </summary>
internal sealed class ServedEnumerator<T, TCodec>(
    SessionReplay session, ReplayEngine engine, ScriptCall call, CancellationToken ofCall, CancellationToken ofEnumeration)
    : IAsyncEnumerator<T>, IValueTaskSource<bool>, IAwaitsEvent
    where TCodec : IValueCodec<T>
{
    private readonly ScriptStream stream = call.Stream;
    private ManualResetValueTaskSourceCore<bool> source;
    private bool waiting;
    private bool over;
    private bool disposed;

    public T Current { get; private set; } = default!;

    private CancellationToken Token => ofEnumeration.IsCancellationRequested ? ofEnumeration : ofCall;

    public ValueTask<bool> MoveNextAsync()
    {
        session.TakesCalls();
        if (waiting)
        {
            throw new InvalidOperationException("The stream was asked for an item while the one before is awaited. Await each MoveNextAsync before the next.");
        }

        if (over || !engine.CheckAsked(call))
        {
            over = true;
            return default;
        }

        switch (stream.Peek())
        {
            case StreamItemEvent { Completion: ResultCompletion.AtReturn }:
                Take();
                return new ValueTask<bool>(true);
            case StreamEndedEvent { Ending: StreamEnding.Completed, Completion: ResultCompletion.AtReturn }:
                Finish();
                return default;
            case StreamEndedEvent { Ending: StreamEnding.Failed or StreamEnding.Canceled } when stream.Failure is { Completion: FailureCompletion.Thrown } thrown:
                Finish();
                throw engine.MakeException(thrown, Token);
            case StreamEndedEvent { Ending: StreamEnding.Failed or StreamEnding.Canceled } when stream.Failure is { Completion: FailureCompletion.FailedTask } failed:
                Finish();
                source.Reset();
                source.SetException(engine.MakeException(failed, Token));
                return new ValueTask<bool>(this, source.Version);
            default:
                return Wait();
        }
    }

    public ValueTask DisposeAsync()
    {
        if (disposed || waiting)
        {
            return default;
        }

        disposed = true;
        if (!over)
        {
            over = true;
            session.TakesCalls();
            NoteStopped();
            engine.CheckStopped(call);
        }

        return stream.End is { Ending: StreamEnding.Completed or StreamEnding.Abandoned } end ? Dispose(end) : default;
    }

    bool IValueTaskSource<bool>.GetResult(short token) => source.GetResult(token);

    ValueTaskSourceStatus IValueTaskSource<bool>.GetStatus(short token) => source.GetStatus(token);

    void IValueTaskSource<bool>.OnCompleted(Action<object?> continuation, object? state, short token, ValueTaskSourceOnCompletedFlags flags) =>
        source.OnCompleted(continuation, state, token, flags);

    /// <summary>Waits for the next item, or the end; for good where the recording has neither.</summary>
    private ValueTask<bool> Wait()
    {
        source.Reset();
        var version = source.Version;
        waiting = true;
        engine.AwaitNext(call, this);
        return new ValueTask<bool>(this, version);
    }

    private bool IsWhole(RecordedEvent next) => next switch
    {
        StreamItemEvent => true,
        StreamEndedEvent { Ending: StreamEnding.Completed } => true,
        StreamEndedEvent { Ending: StreamEnding.Failed or StreamEnding.Canceled } => stream.Failure is not null,
        _ => false, // Cut off, or of a newer writer.
    };

    bool IAwaitsEvent.Awaits(RecordedEvent happened) => happened is StreamItemEvent or StreamEndedEvent;

    void IAwaitsEvent.Release(RecordedEvent happened)
    {
        bool more;
        try
        {
            if (!IsWhole(happened))
            {
                engine.NoteEndless(call); // It is waited for as long as the code lasts.
                return;
            }

            more = happened is StreamItemEvent;
            if (more)
            {
                Take();
            }
            else
            {
                var failure = ((StreamEndedEvent)happened).Ending == StreamEnding.Completed ? null : stream.Failure;
                Finish();
                if (failure is not null)
                {
                    throw engine.MakeException(failure, Token);
                }
            }
        }
        catch (Exception exception)
        {
            waiting = false;
            source.SetException(exception);
            return;
        }

        waiting = false;
        source.SetResult(more);
    }

    private void Take()
    {
        var item = (StreamItemEvent)stream.Next!;
        call.Forked?.Item(item);
        Current = engine.Read<T, TCodec>(call, item);
        stream.Take();
    }

    private void Finish()
    {
        over = true;
        if (call.Forked is { } forked && stream.Next is StreamEndedEvent end)
        {
            // The failure of a completed stream is that of its disposal, which comes later.
            forked.EndStream(end, end.Ending == StreamEnding.Completed ? null : stream.Failure);
        }

        stream.Close();
    }

    /// <summary>Records that the code stops here, where the replay is recorded: at once, whatever its disposal comes to.</summary>
    private void NoteStopped() =>
        call.Forked?.EndStream(new StreamEnd(StreamEnding.Abandoned, Failure: null, stream.End is { Ending: StreamEnding.Abandoned, Completion: ResultCompletion.Later } ? FailureCompletion.Later : FailureCompletion.Thrown));

    /// <summary>Disposes of it as recorded: at once, or when the recorded end comes; of a completed stream, only a failure was recorded.</summary>
    private ValueTask Dispose(StreamEndedEvent end)
    {
        if (stream.Failure is { } failure)
        {
            call.Forked?.FailDisposal(failure);
        }

        switch (stream.Failure)
        {
            case null when end.Ending == StreamEnding.Completed || end.Completion == ResultCompletion.AtReturn:
                return default;
            case { Completion: FailureCompletion.Thrown } thrown:
                throw engine.MakeException(thrown, Token);
            case { Completion: FailureCompletion.FailedTask } failed:
                return ValueTask.FromException(engine.MakeException(failed, Token));
        }

        var disposal = new ServedDisposal(engine, Token);
        engine.Await(call, (RecordedEvent?)stream.Failure ?? end, disposal);
        return new ValueTask(disposal.Task);
    }
}
