using System.ComponentModel;
using MessagePack;
using Reenact.Events;
using Reenact.Sessions;

namespace Reenact.Shims;

/// <summary>
/// One call of a recorded or replayed method, as emitted code sees it. Emitted code calls its members in the order
/// <see cref="TryEnter"/>, <see cref="BeginArguments"/>, <see cref="Start"/>, and then one that ends it.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public partial struct RecordedCall
{
    private EventEncoder? encoder;
    private ContextSwitch body;
    private int argumentsAt;

    /// <summary>The encoded arguments of a call that returns a stream: another enumeration of it is a call of its own.</summary>
    private byte[]? arguments;

    private RecordedCall(RecordedMethod method, CallContext parent)
    {
        Method = method;
        Parent = parent;
    }

    /// <summary>What codecs need beside the writer.</summary>
    public readonly ValueWriteContext Values => encoder!.Values;

    internal RecordedMethod Method { get; }

    /// <summary>Where the call was made.</summary>
    internal CallContext Parent { get; }

    internal readonly ActiveSession Session => Parent.Session;

    /// <summary>
    /// What the session made of the call: the <see cref="CallContext"/> that the core runs in (null for a leaf), or on replay what the
    /// call is served from.
    /// </summary>
    internal object? State { get; set; }

    /// <summary>The call's span; set by the session when the call starts.</summary>
    internal uint Span { get; set; }

    /// <summary>The event in progress.</summary>
    internal readonly EventEncoder Encoder => encoder!;

    /// <summary>Enters a call when a session is current.</summary>
    /// <returns>Whether there is a session. Without one, emitted code just calls the core.</returns>
    /// <exception cref="InvalidOperationException">The caller runs inside a method marked as a leaf.</exception>
    public static bool TryEnter(RecordedMethod method, out RecordedCall call)
    {
        if (LiveSessions.Any && Ambient.Current is { } context)
        {
            return Enter(method, context, out call);
        }

        call = default;
        return false;
    }

    /// <summary>Begins the arguments.</summary>
    /// <param name="count">How many arguments follow; each is one value.</param>
    public MessagePackWriter BeginArguments(int count)
    {
        var events = encoder = EventEncoder.Rent(Session);
        Session.BeginArguments(ref this, events);
        argumentsAt = events.Written.Length;
        var writer = events.Writer();
        writer.WriteArrayHeader(count);
        return writer;
    }

    /// <summary>Ends the arguments and starts the call.</summary>
    /// <exception cref="ReplayDivergenceException">The replayed code departs from the recording.</exception>
    public CallAction Start(ref MessagePackWriter writer)
    {
        writer.Flush();
        var action = Session.Start(ref this);
        encoder!.Return();
        encoder = null;
        if (action == CallAction.Run)
        {
            EnterBody();
        }

        return action;
    }

    /// <summary>Ends a call whose core threw before it returned.</summary>
    public void Fail(Exception exception)
    {
        LeaveBody();
        Session.Fail(ref this, exception, FailureCompletion.Thrown);
    }

    /// <summary>Ends a call without a result.</summary>
    public void Return()
    {
        LeaveBody();
        End<Nothing, NothingCodec>(default, ResultCompletion.AtReturn);
    }

    /// <summary>Ends a call with its result.</summary>
    public void Return<T, TCodec>(T result)
        where TCodec : IValueCodec<T>
    {
        LeaveBody();
        End<T, TCodec>(result, ResultCompletion.AtReturn);
    }

    /// <summary>Ends a call when its task does. What the caller gets behaves as the core's task would.</summary>
    public Task ReturnTask(Task task)
    {
        LeaveBody();
        if (task is null || !task.IsCompleted)
        {
            return task is null ? EndWithoutTask<Nothing>() : Observation.Of(this, task);
        }

        if (task.IsCompletedSuccessfully)
        {
            End<Nothing, NothingCodec>(default, ResultCompletion.AtReturn);
        }
        else
        {
            Session.Fail(ref this, Observation.Failure(task), FailureCompletion.FailedTask);
        }

        return task;
    }

    /// <summary>Ends a call when its task does. What the caller gets behaves as the core's task would.</summary>
    public Task<T> ReturnTask<T, TCodec>(Task<T> task)
        where TCodec : IValueCodec<T>
    {
        LeaveBody();
        if (task is null || !task.IsCompleted)
        {
            return task is null ? EndWithoutTask<T>() : Observation.Of<T, TCodec>(this, task);
        }

        if (task.IsCompletedSuccessfully)
        {
            End<T, TCodec>(task.Result, ResultCompletion.AtReturn);
        }
        else
        {
            Session.Fail(ref this, Observation.Failure(task), FailureCompletion.FailedTask);
        }

        return task;
    }

    /// <summary>Ends a call when its task does. What the caller gets behaves as the core's task would.</summary>
    public ValueTask ReturnValueTask(ValueTask task)
    {
        if (!task.IsCompletedSuccessfully)
        {
            return new ValueTask(ReturnTask(task.AsTask()));
        }

        task.GetAwaiter().GetResult();
        Return();
        return default;
    }

    /// <summary>Ends a call when its task does. What the caller gets behaves as the core's task would.</summary>
    public ValueTask<T> ReturnValueTask<T, TCodec>(ValueTask<T> task)
        where TCodec : IValueCodec<T>
    {
        if (!task.IsCompletedSuccessfully)
        {
            return new ValueTask<T>(ReturnTask<T, TCodec>(task.AsTask()));
        }

        var result = task.GetAwaiter().GetResult();
        Return<T, TCodec>(result);
        return new ValueTask<T>(result);
    }

    /// <summary>Serves a recorded call without a result.</summary>
    public void Serve() => Session.Serve<Nothing, NothingCodec>(ref this);

    /// <summary>Serves a recorded result.</summary>
    public T Serve<T, TCodec>()
        where TCodec : IValueCodec<T> => Session.Serve<T, TCodec>(ref this);

    /// <summary>Serves a recorded task. A recorded cancellation carries the token.</summary>
    public Task ServeTask(CancellationToken cancellationToken = default) =>
        Session.ServeTask<Nothing, NothingCodec>(ref this, cancellationToken);

    /// <summary>Serves a recorded task. A recorded cancellation carries the token.</summary>
    public Task<T> ServeTask<T, TCodec>(CancellationToken cancellationToken = default)
        where TCodec : IValueCodec<T> => Session.ServeTask<T, TCodec>(ref this, cancellationToken);

    /// <summary>Serves a recorded task. A recorded cancellation carries the token.</summary>
    public ValueTask ServeValueTask(CancellationToken cancellationToken = default) => new(ServeTask(cancellationToken));

    /// <summary>Serves a recorded task. A recorded cancellation carries the token.</summary>
    public ValueTask<T> ServeValueTask<T, TCodec>(CancellationToken cancellationToken = default)
        where TCodec : IValueCodec<T> => new(ServeTask<T, TCodec>(cancellationToken));

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

    /// <summary>Ends the call with a result.</summary>
    internal void End<T, TCodec>(T result, ResultCompletion completion)
        where TCodec : IValueCodec<T>
    {
        var events = EventEncoder.Rent(Session);
        Session.BeginResult(ref this, events, completion);
        var writer = events.Writer();
        try
        {
            TCodec.Write(ref writer, result, events.Values);
        }
        catch (Exception exception)
        {
            Session.Fail(ref this, exception, completion == ResultCompletion.AtReturn ? FailureCompletion.Thrown : FailureCompletion.Later);
            throw;
        }

        writer.Flush();
        Session.Return(ref this, events, completion);
        events.Return();
    }

    private static bool Enter(RecordedMethod method, CallContext context, out RecordedCall call)
    {
        if (!context.Session.TakesCalls())
        {
            call = default;
            return false;
        }

        if (context.LeafMethod is { } leaf)
        {
            throw new InvalidOperationException(
                $"{method.Name} was called inside {leaf.Name}, which is marked Leaf = true: nothing recorded may run inside a leaf. " +
                $"Remove Leaf = true from {leaf.Name}.");
        }

        call = new RecordedCall(method, context);
        return true;
    }

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

    private void EnterBody() => body = State is { } inner ? ContextSwitch.Enter((CallContext)inner) : Parent.EnterLeaf(Method);

    private readonly void LeaveBody() => body.Leave(Parent);

    /// <summary>A core that returns null instead of a task gives its caller just that.</summary>
    private Task<T> EndWithoutTask<T>()
    {
        End<Nothing, NothingCodec>(default, ResultCompletion.AtReturn);
        return null!;
    }
}
