namespace Reenact.Shims;

/// <content>Replayed methods that run when their turn in the recorded order comes.</content>
public partial struct RecordedCall
{
    /// <summary>Runs the core of a replayed method when its turn comes.</summary>
    public Task RunTaskWhenDue(Func<Task> core) =>
        Session.RunWhenDue<Nothing>(ref this, async call =>
        {
            await call.RunTaskNow(core).ConfigureAwait(false);
            return default;
        });

    /// <summary>Runs the core of a replayed method when its turn comes.</summary>
    public Task<T> RunTaskWhenDue<T, TCodec>(Func<Task<T>> core)
        where TCodec : IValueCodec<T> =>
        Session.RunWhenDue(ref this, call => call.RunTaskNow<T, TCodec>(core));

    /// <summary>Runs the core of a replayed method when its turn comes.</summary>
    public ValueTask RunValueTaskWhenDue(Func<ValueTask> core) => new(RunTaskWhenDue(() => core().AsTask()));

    /// <summary>Runs the core of a replayed method when its turn comes.</summary>
    public ValueTask<T> RunValueTaskWhenDue<T, TCodec>(Func<ValueTask<T>> core)
        where TCodec : IValueCodec<T> => new(RunTaskWhenDue<T, TCodec>(() => core().AsTask()));

    private Task RunTaskNow(Func<Task> core)
    {
        EnterBody();
        Task task;
        try
        {
            task = core();
        }
        catch (Exception exception)
        {
            Fail(exception);
            throw;
        }

        return ReturnTask(task);
    }

    private Task<T> RunTaskNow<T, TCodec>(Func<Task<T>> core)
        where TCodec : IValueCodec<T>
    {
        EnterBody();
        Task<T> task;
        try
        {
            task = core();
        }
        catch (Exception exception)
        {
            Fail(exception);
            throw;
        }

        return ReturnTask<T, TCodec>(task);
    }
}
