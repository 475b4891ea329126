using Reenact.Events;
using Reenact.Sessions;
using Reenact.Shims;

namespace Reenact;

/// <content>Calls that return streams, whose cores run only while somebody asks them for an item.</content>
public abstract partial class ActiveSession
{
    /// <summary>The core of a stream is about to run, for the code that asks.</summary>
    /// <param name="call">The call.</param>
    /// <param name="asksForItem">Whether the code asks for an item; it may also begin or dispose of the enumeration.</param>
    /// <exception cref="ReplayDivergenceException">When the session was recorded, no further item was asked for.</exception>
    internal abstract void EnterStep(in RecordedCall call, bool asksForItem);

    /// <summary>The core of a stream has given the thread back.</summary>
    internal abstract void LeaveStep(in RecordedCall call);

    /// <summary>The step has ended without an event: nothing of the stream runs until it is asked for an item.</summary>
    internal abstract void Suspend(in RecordedCall call);

    /// <summary>Ends a step after its task has ended, where the session wants that to run.</summary>
    /// <param name="call">The call.</param>
    /// <param name="step">The step; one that gives its result as often as it is asked may take its place.</param>
    /// <param name="end">What ends it.</param>
    internal abstract void WhenStepped(in RecordedCall call, ref ValueTask<bool> step, Action end);

    /// <summary>Writes what stands before an item.</summary>
    internal abstract void BeginItem(in RecordedCall call, EventEncoder encoder, ResultCompletion completion);

    /// <summary>Ends a step with an item, which is in the encoder.</summary>
    internal abstract void AddItem(in RecordedCall call, EventEncoder encoder, ResultCompletion completion);

    /// <summary>Ends a step, and the stream.</summary>
    internal abstract void EndStream(in RecordedCall call, in StreamEnd end);

    /// <summary>Ends the disposal of a stream that had ended before.</summary>
    /// <param name="call">The call.</param>
    /// <param name="failure">What the disposal failed with; null when it did not.</param>
    /// <param name="completion">When it ended.</param>
    internal abstract void EndDisposal(in RecordedCall call, Exception? failure, FailureCompletion completion);

    /// <summary>Serves a recorded stream.</summary>
    internal abstract IAsyncEnumerable<T> ServeStream<T, TCodec>(ref RecordedCall call, CancellationToken cancellationToken)
        where TCodec : IValueCodec<T>;
}
