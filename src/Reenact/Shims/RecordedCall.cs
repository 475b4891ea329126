using System.ComponentModel;
using System.Runtime.ExceptionServices;
using MessagePack;
using Reenact.Events;
using Reenact.Sessions;
using Reenact.Values;

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

    /// <summary>What holds the out and ref values while the call ends; null when it has none.</summary>
    internal readonly EventEncoder? OutputEncoder => encoder;

    /// <summary>The call's progress parameters; null when the caller gave it none.</summary>
    internal CallReports? Reports { get; private set; }

    /// <summary>Enters a call when a session is current.</summary>
    /// <returns>Whether there is a session. Without one, emitted code just calls the core.</returns>
    /// <exception cref="InvalidOperationException">The caller runs inside a method marked as a leaf.</exception>
    /// <remarks>Throws what a <see cref="SideEffectGuard"/> throws that doesn't let the method run.</remarks>
    public static bool TryEnter(RecordedMethod method, out RecordedCall call)
    {
        if (LiveSessions.Any)
        {
            var context = Ambient.Current;
            if (method.SideEffects && context is not { Session.IsReplay: true })
            {
                SideEffectGuard.Check(method.Name);
            }

            if (context is not null)
            {
                return Enter(method, context, out call);
            }
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
        var writer = events.Writer("arguments", Method.Parameters);
        writer.WriteArrayHeader(count);
        return writer;
    }

    /// <summary>Writes a list as an argument.</summary>
    internal readonly void Write(ref MessagePackWriter writer, GrowingList list, int place) => encoder!.Write(ref writer, list, place);

    /// <summary>Writes a value as an argument that comes again and again, behind the list.</summary>
    internal readonly void Write(ref MessagePackWriter writer, EncodedJson value, int place) => encoder!.Write(ref writer, value, place);

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

    /// <summary>Makes the reports of the core events of the call, on their way to the caller.</summary>
    /// <param name="place">The place of the parameter among those that are <see cref="IProgress{T}"/>, from 0.</param>
    /// <param name="progress">What the caller gave; null stays null.</param>
    public IProgress<T>? ReportsTo<T, TCodec>(int place, IProgress<T>? progress)
        where TCodec : IValueCodec<T>
    {
        if (progress is null)
        {
            return null;
        }

        Reports ??= new CallReports();
        var reporting = new ReportedProgress<T, TCodec>(this, progress, place);
        Reports.Add(reporting);
        return reporting;
    }

    /// <summary>Begins the out and ref values, after the core has returned or thrown.</summary>
    /// <param name="count">How many follow, in order of the parameters.</param>
    public void BeginOutputs(int count)
    {
        body.Leave(Parent);
        encoder = EventEncoder.Rent(Session);
        encoder.BeginOutputs(count);
    }

    /// <summary>Adds an out or ref value.</summary>
    public readonly void Output<T, TCodec>(T value)
        where TCodec : IValueCodec<T> => encoder!.AddOutput<T, TCodec>(value);

    /// <summary>Adds what a span holds.</summary>
    public readonly void OutputSpan<T, TCodec>(ReadOnlySpan<T> value)
        where TCodec : ISpanCodec<T> => encoder!.AddOutputSpan<T, TCodec>(value);

    /// <summary>Ends a call whose core threw before it returned.</summary>
    public void Fail(Exception exception)
    {
        if (encoder is null)
        {
            body.Leave(Parent);
        }

        Session.Fail(ref this, exception, FailureCompletion.Thrown);
        encoder?.Return();
        encoder = null;
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
        if (task is null || !task.IsCompleted || Session.EndsLater(this))
        {
            return task is null ? EndWithoutTask<Nothing>() : Observation.Of(ForLater(), task);
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
        if (task is null || !task.IsCompleted || Session.EndsLater(this))
        {
            return task is null ? EndWithoutTask<T>() : Observation.Of<T, TCodec>(ForLater(), task);
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
        if (!task.IsCompletedSuccessfully || Session.EndsLater(this))
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
        if (!task.IsCompletedSuccessfully || Session.EndsLater(this))
        {
            return new ValueTask<T>(ReturnTask<T, TCodec>(task.AsTask()));
        }

        var result = task.GetAwaiter().GetResult();
        Return<T, TCodec>(result);
        return new ValueTask<T>(result);
    }

    /// <summary>Ends the call with a result.</summary>
    internal void End<T, TCodec>(T result, ResultCompletion completion)
        where TCodec : IValueCodec<T>
    {
        var events = encoder ?? EventEncoder.Rent(Session);
        Session.BeginResult(ref this, events, completion);
        var writer = events.Writer("result");
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
        encoder = null;
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

    private void EnterBody() => body = State is { } inner ? ContextSwitch.Enter((CallContext)inner) : Parent.EnterLeaf(Method);

    private void LeaveBody()
    {
        if (encoder is null)
        {
            body.Leave(Parent);
        }
        else if (encoder.Fault is { } fault)
        {
            // As with a result that can't be recorded: the caller must see it.
            Session.Fail(ref this, fault, FailureCompletion.Thrown);
            ExceptionDispatchInfo.Throw(fault);
        }
    }

    /// <summary>The call as it goes on after it has returned to its caller.</summary>
    private RecordedCall ForLater()
    {
        encoder = encoder?.KeepOutputs();
        Reports?.NoteReturned();
        return this;
    }

    /// <summary>A core that returns null instead of a task gives its caller just that.</summary>
    private Task<T> EndWithoutTask<T>()
    {
        End<Nothing, NothingCodec>(default, ResultCompletion.AtReturn);
        return null!;
    }
}
