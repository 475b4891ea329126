using Reenact.Events;
using Reenact.Sessions;

namespace Reenact.Shims;

/// <summary>
/// Ends a call when its task does, and only then completes what the caller got: so no code of the caller runs before the call
/// is recorded. The caller's task ends exactly as the core's: all its exceptions, its cancellation token.
/// </summary>
internal static class Observation
{
    public static Task Of(RecordedCall call, Task task)
    {
        var completion = new TaskCompletionSource(StateOf(call, task));
        WhenDone(call, task, done =>
        {
            if (End<Nothing, NothingCodec>(ref done, task, default) is { } fault)
            {
                completion.SetException(fault);
            }
            else
            {
                completion.SetFromTask(task);
            }
        });
        return completion.Task;
    }

    public static Task<T> Of<T, TCodec>(RecordedCall call, Task<T> task)
        where TCodec : IValueCodec<T>
    {
        var completion = new TaskCompletionSource<T>(StateOf(call, task));
        WhenDone(call, task, done =>
        {
            if (End<T, TCodec>(ref done, task, task.IsCompletedSuccessfully ? task.Result : default!) is { } fault)
            {
                completion.SetException(fault);
            }
            else
            {
                completion.SetFromTask(task);
            }
        });
        return completion.Task;
    }

    /// <summary>The exception of a failed or canceled task, as awaiting it throws it; all of them where there are several.</summary>
    public static Exception Failure(Task task)
    {
        if (task.Exception is { } failure)
        {
            return failure.InnerExceptions is { Count: > 1 } all ? new SeveralFailures(all) : failure.InnerException ?? failure;
        }

        try
        {
            task.GetAwaiter().GetResult();
            return new TaskCanceledException(task);
        }
        catch (OperationCanceledException canceled)
        {
            return canceled;
        }
    }

    /// <summary>Ends the call; gives the exception of a result that can't be recorded, which its caller must see.</summary>
    private static Exception? End<T, TCodec>(ref RecordedCall call, Task task, T result)
        where TCodec : IValueCodec<T>
    {
        try
        {
            if (task.IsCompletedSuccessfully)
            {
                call.End<T, TCodec>(result, ResultCompletion.Later);
            }
            else
            {
                call.Session.Fail(ref call, Failure(task), FailureCompletion.Later);
            }

            return null;
        }
        catch (Exception fault)
        {
            return fault;
        }
    }

    /// <summary>On replay the caller's task knows the core's, so that a replay that is stuck can say what awaits what.</summary>
    private static Task? StateOf(in RecordedCall call, Task core) => call.Session.IsReplay ? core : null;

    private static void WhenDone(RecordedCall call, Task task, Action<RecordedCall> end) =>
        call.Session.WhenDone(call, task, () => end(call));
}
