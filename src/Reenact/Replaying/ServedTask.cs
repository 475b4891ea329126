using Reenact.Events;
using Reenact.Shims;

namespace Reenact.Replaying;

/// <summary>What the code gets from an asynchronous recorded call: complete at once where it was, else when its recorded turn comes.</summary>
internal sealed class ServedTask<T, TCodec>(ReplayEngine engine, CallReports? reports, CancellationToken cancellationToken) : TaskCompletionSource<T>, IAwaitsEvent
    where TCodec : IValueCodec<T>
{
    private ScriptCall? call;

    /// <summary>Serves a call that is made in its turn.</summary>
    /// <exception cref="Exception">The recorded exception, where the call threw it before it returned a task.</exception>
    public static Task<T> Start(ReplayEngine engine, ScriptCall call, CallReports? reports, CancellationToken cancellationToken)
    {
        var next = call.Peek();
        if (next is CallReturnedEvent { Completion: ResultCompletion.AtReturn } returned)
        {
            Report(call, reports);
            call.Forked?.End(returned);
            return Read(engine, call, returned);
        }

        if (next is CallFailedEvent { Completion: FailureCompletion.Thrown } failed)
        {
            Report(call, reports);
            call.Forked?.End(failed);
            throw engine.MakeException(failed, cancellationToken);
        }

        var served = new ServedTask<T, TCodec>(engine, reports, cancellationToken);
        served.Complete(call, next);
        return served.Task;
    }

    /// <summary>Completes the task now where it was complete when the call returned, else when its turn comes.</summary>
    public void Complete(ScriptCall matched) => Complete(matched, matched.Peek());

    bool IAwaitsEvent.Awaits(RecordedEvent happened) => happened is not ProgressEvent report || (reports is not null && report.Completion == ResultCompletion.Later);

    void IAwaitsEvent.Release(RecordedEvent happened)
    {
        if (happened is ProgressEvent report)
        {
            call!.Forked?.Report(report);
            reports!.ServeLater(report);
        }
        else
        {
            Finish(happened);
        }
    }

    private void Complete(ScriptCall matched, RecordedEvent? next)
    {
        call = matched;
        Report(matched, reports);
        if (next is CallReturnedEvent { Completion: ResultCompletion.AtReturn } or CallFailedEvent { Completion: not FailureCompletion.Later })
        {
            Finish(next);
        }
        else
        {
            engine.AwaitNext(matched, this);
        }
    }

    /// <summary>Gives the caller what was reported before the call returned to it; the rest comes when its turn does.</summary>
    private static void Report(ScriptCall call, CallReports? reports)
    {
        if (reports is null)
        {
            return;
        }

        foreach (var report in call.Reports)
        {
            if (report.Completion == ResultCompletion.AtReturn)
            {
                call.Forked?.Report(report);
                reports.Serve(report);
            }
        }
    }

    private static Task<T> Read(ReplayEngine engine, ScriptCall call, CallReturnedEvent returned)
    {
        try
        {
            return System.Threading.Tasks.Task.FromResult(engine.Read<T, TCodec>(call, returned));
        }
        catch (Exception exception)
        {
            return System.Threading.Tasks.Task.FromException<T>(exception);
        }
    }

    private void Finish(RecordedEvent happened)
    {
        call!.Forked?.End(happened);
        if (happened is CallFailedEvent failed)
        {
            Finish(failed);
            return;
        }

        T result;
        try
        {
            result = engine.Read<T, TCodec>(call, (CallReturnedEvent)happened);
        }
        catch (Exception exception)
        {
            SetException(exception);
            return;
        }

        SetResult(result);
    }

    /// <summary>A task that an exception has ended. A cancellation cancels it, as that of an asynchronous method, and it keeps the exception for who awaits it.</summary>
    public static async Task<T> EndedBy(Exception exception)
    {
        await System.Threading.Tasks.Task.CompletedTask.ConfigureAwait(false);
        throw exception;
    }

    private void Finish(CallFailedEvent failed)
    {
        var exception = engine.MakeException(failed, cancellationToken);
        if (failed.Failure.Canceled && exception is OperationCanceledException)
        {
            SetFromTask(EndedBy(exception));
        }
        else if (failed.Others.Count == 0)
        {
            SetException(exception);
        }
        else
        {
            SetException(engine.MakeExceptions(failed, cancellationToken));
        }
    }
}
