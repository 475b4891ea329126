using Reenact.Events;
using Reenact.Shims;

namespace Reenact.Replaying;

/// <summary>What the code gets from an asynchronous recorded call: complete at once where it was, else when its recorded turn comes.</summary>
internal sealed class ServedTask<T, TCodec>(ReplayEngine engine, CallReports? reports, CancellationToken cancellationToken)
    where TCodec : IValueCodec<T>
{
    private readonly TaskCompletionSource<T> completion = new();

    public Task<T> Task => completion.Task;

    /// <summary>Serves a call that is made in its turn.</summary>
    /// <exception cref="Exception">The recorded exception, where the call threw it before it returned a task.</exception>
    public Task<T> Start(ScriptCall call)
    {
        if (call.End is CallFailedEvent { Completion: FailureCompletion.Thrown } failed)
        {
            Report(call);
            call.Forked?.End(failed);
            throw engine.MakeException(failed, cancellationToken);
        }

        Complete(call);
        return completion.Task;
    }

    /// <summary>Completes the task now where it was complete when the call returned, else when its turn comes.</summary>
    public void Complete(ScriptCall call)
    {
        Report(call);
        switch (call.End)
        {
            case CallReturnedEvent { Completion: ResultCompletion.AtReturn } or CallFailedEvent { Completion: not FailureCompletion.Later }:
                Finish(call);
                break;
            case null:
                engine.NoteEndless(call); // Its end was never recorded: the task stays as it is.
                break;
            case { } end:
                engine.Await(call, end, () => Finish(call));
                break;
        }
    }

    public void Fail(Exception exception) => completion.SetException(exception);

    /// <summary>Gives the caller what was reported before the call returned to it now, and the rest when its turn comes.</summary>
    private void Report(ScriptCall call)
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
            else
            {
                engine.Await(call, report, () =>
                {
                    call.Forked?.Report(report);
                    reports.ServeLater(report);
                });
            }
        }
    }

    private void Finish(ScriptCall call)
    {
        call.Forked?.End(call.End!);
        if (call.End is CallFailedEvent failed)
        {
            Finish(failed);
            return;
        }

        T result;
        try
        {
            result = engine.Read<T, TCodec>(call, (CallReturnedEvent)call.End!);
        }
        catch (Exception exception)
        {
            completion.SetException(exception);
            return;
        }

        completion.SetResult(result);
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
            completion.SetFromTask(EndedBy(exception));
        }
        else
        {
            completion.SetException(exception);
        }
    }
}
