using MessagePack;
using Reenact.Sessions;

namespace Reenact.Shims;

/// <content>Calls that return streams.</content>
public partial struct RecordedCall
{
    /// <summary>Ends the arguments and starts a call that returns a stream.</summary>
    /// <exception cref="ReplayDivergenceException">The replayed code departs from the recording.</exception>
    public CallAction StartStream(ref MessagePackWriter writer)
    {
        writer.Flush();
        var action = Session.Start(ref this);
        arguments = encoder!.Written[argumentsAt..].ToArray();
        encoder.Return();
        encoder = null;
        if (action == CallAction.Run)
        {
            EnterBody();
        }

        return action;
    }

    /// <summary>Records a stream as it is enumerated. What the caller gets behaves as the core's stream would.</summary>
    public IAsyncEnumerable<T> ReturnStream<T, TCodec>(IAsyncEnumerable<T> stream)
        where TCodec : IValueCodec<T>
    {
        LeaveBody();
        if (stream is null)
        {
            End<Nothing, NothingCodec>(default, Events.ResultCompletion.AtReturn);
            return null!;
        }

        Session.LeaveStep(this);
        Session.Suspend(this);
        return new ObservedStream<T, TCodec>(this, stream);
    }

    /// <summary>Serves a recorded stream. A recorded cancellation carries the token.</summary>
    public IAsyncEnumerable<T> ServeStream<T, TCodec>(CancellationToken cancellationToken = default)
        where TCodec : IValueCodec<T> => Session.ServeStream<T, TCodec>(ref this, cancellationToken);

    /// <summary>Runs the core of a replayed method when its turn comes.</summary>
    public IAsyncEnumerable<T> RunStreamWhenDue<T, TCodec>(Func<IAsyncEnumerable<T>> core)
        where TCodec : IValueCodec<T> =>
        new DueStream<T>(Session.RunWhenDue(ref this, call => Task.FromResult(call.RunStreamNow<T, TCodec>(core))));

    /// <summary>Starts the call once more, with the same arguments under the same parent.</summary>
    internal CallAction StartAgain()
    {
        var events = encoder = EventEncoder.Rent(Session);
        Session.BeginArguments(ref this, events);
        var writer = events.Writer();
        writer.WriteRaw(arguments);
        writer.Flush();
        var action = Session.Start(ref this);
        events.Return();
        encoder = null;
        return action;
    }

    /// <summary>Enters the body of a stream.</summary>
    /// <param name="known">The last switch of the same stream: from the same place it is made without allocating.</param>
    internal readonly ContextSwitch EnterStream(in ContextSwitch known)
    {
        if (State is not { } inner)
        {
            return Parent.Here().EnterLeaf(Method);
        }

        if (!known.Complete || !ReferenceEquals(ExecutionContext.Capture(), known.Before))
        {
            return ContextSwitch.Enter(((CallContext)inner).Here());
        }

        ExecutionContext.Restore(known.Inside!);
        return known;
    }

    private IAsyncEnumerable<T> RunStreamNow<T, TCodec>(Func<IAsyncEnumerable<T>> core)
        where TCodec : IValueCodec<T>
    {
        EnterBody();
        IAsyncEnumerable<T> stream;
        try
        {
            stream = core();
        }
        catch (Exception exception)
        {
            Fail(exception);
            throw;
        }

        return ReturnStream<T, TCodec>(stream);
    }
}
