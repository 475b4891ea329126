using Reenact.Events;
using Reenact.Sessions;
using Reenact.Shims;

namespace Reenact.Replaying;

/// <summary>A call of a replay as it is recorded again; or the session itself. What it is given are values of the replay. Thread-safe.</summary>
internal sealed class ForkedCall
{
    private readonly ForkRecorder fork;
    private readonly CallContext? parent;
    private readonly CallContext inner;

    public ForkedCall(ForkRecorder fork, CallContext? parent, CallContext inner)
    {
        this.fork = fork;
        this.parent = parent;
        this.inner = inner;
    }

    public uint Span => inner.Span;

    /// <summary>Whether it waited for its turn, so that its caller got its end later than when it was recorded.</summary>
    private bool IsLate { get; init; }

    private SessionRecorder Recorder => fork.Recorder;

    private CallContext Parent => parent!;

    /// <summary>Starts a call inside it.</summary>
    /// <param name="method">The method.</param>
    /// <param name="arguments">Its arguments, an array.</param>
    /// <param name="isLive">Whether it runs live.</param>
    /// <param name="isLate">Whether it waited for its turn.</param>
    public ForkedCall Start(RecordedMethod method, ReadOnlySpan<byte> arguments, bool isLive = false, bool isLate = false)
    {
        var started = Recorder.CopyStart(inner, method, fork.Translate(arguments), isLive);
        return new ForkedCall(fork, inner, started) { IsLate = isLate };
    }

    /// <summary>Ends it as it was recorded.</summary>
    public void End(RecordedEvent recorded)
    {
        if (recorded is CallReturnedEvent returned)
        {
            Recorder.CopyReturn(Parent, Span, fork.Translate(returned.Result), fork.Translate(returned.Outs), IsLate ? ResultCompletion.Later : returned.Completion);
        }
        else if (recorded is CallFailedEvent failed)
        {
            Recorder.CopyFailure(Parent, Span, failed.Failure, failed.Others, fork.Translate(failed.Failure.Code), fork.Translate(failed.Failure.Data), fork.Translate(failed.Outs), CompletionOf(failed));
        }
    }

    /// <summary>Ends it with a result.</summary>
    public void Return(ReadOnlySpan<byte> result, ReadOnlySpan<byte> outputs, ResultCompletion completion) =>
        Recorder.CopyReturn(Parent, Span, fork.Translate(result), fork.Translate(outputs), completion);

    /// <summary>Ends it with a result, and with the recorded values of its parameters.</summary>
    public void ReturnWith(ReadOnlySpan<byte> result, RecordedEvent? recorded, ResultCompletion completion) =>
        Recorder.CopyReturn(Parent, Span, fork.Translate(result), recorded is CallReturnedEvent returned ? fork.Translate(returned.Outs) : [], completion);

    /// <summary>Ends it with an exception.</summary>
    public void Fail(Exception exception, ReadOnlySpan<byte> outputs, FailureCompletion completion) =>
        Recorder.CopyFailure(Parent, Span, exception, fork.Translate(outputs), completion);

    /// <summary>Adds an item of the stream that it returned.</summary>
    public void Item(ReadOnlySpan<byte> item, ResultCompletion completion) => Recorder.CopyItem(Parent, Span, fork.Translate(item), completion);

    /// <summary>Adds a recorded item.</summary>
    public void Item(StreamItemEvent item) => Recorder.CopyItem(Parent, Span, fork.Translate(item.Item), item.Completion);

    /// <summary>Ends the stream that it returned.</summary>
    public void EndStream(in StreamEnd end)
    {
        Recorder.CopyStreamEnd(Parent, Span, end.Ending, end.Known);
        if (end.Failure is { } failure)
        {
            Recorder.CopyFailure(parent: null, Span, failure, [], end.Completion);
        }
    }

    /// <summary>Ends the stream as it was recorded.</summary>
    public void EndStream(StreamEndedEvent end, CallFailedEvent? failure)
    {
        Recorder.CopyStreamEnd(Parent, Span, end.Ending, end.Completion);
        if (failure is not null)
        {
            FailDisposal(failure);
        }
    }

    /// <summary>Adds what the stream, or its disposal, failed with when it was recorded.</summary>
    public void FailDisposal(CallFailedEvent failed) => Recorder.CopyFailure(
        parent: null, Span, failed.Failure, failed.Others, fork.Translate(failed.Failure.Code), fork.Translate(failed.Failure.Data), [], failed.Completion);

    /// <summary>Adds what the disposal of the stream failed with.</summary>
    public void FailDisposal(Exception failure, FailureCompletion completion) => Recorder.CopyFailure(parent: null, Span, failure, [], completion);

    /// <summary>Adds a report of progress.</summary>
    public void Report(ReadOnlySpan<byte> value, int place, ResultCompletion completion) =>
        Recorder.CopyReport(Span, fork.Translate(value), place, completion);

    /// <summary>Adds a recorded report of progress.</summary>
    public void Report(ProgressEvent report) => Recorder.CopyReport(Span, fork.Translate(report.Value), report.Parameter, report.Completion);

    /// <summary>Adds a value that code in it read.</summary>
    public void Capture(CaptureSource source, string? name, ReadOnlySpan<byte> value) => Recorder.CopyCapture(inner, source, name, fork.Translate(value));

    /// <summary>Adds a recorded value that code in it read.</summary>
    public void Capture(ValueCapturedEvent captured) => Recorder.CopyCapture(inner, captured.Source, captured.Name, fork.Translate(captured.Value));

    /// <summary>The event in which it starts, for links.</summary>
    public LinkEnd Start() => inner.Start < 0 ? default : new LinkEnd(Recorder, inner.Start);

    /// <summary>Adds a snapshot.</summary>
    public LinkEnd Snapshot(string name, long? version, byte[] state) => Recorder.CopySnapshot(inner, name, version, fork.Translate(state).ToArray());

    /// <summary>Adds a decision.</summary>
    public LinkEnd Decide(string name, ReadOnlyMemory<byte> chosen, ReadOnlyMemory<byte> alternatives, string? rationale) =>
        Recorder.CopyDecision(inner, name, fork.Translate(chosen.Span).ToArray(), fork.Translate(alternatives.Span).ToArray(), rationale);

    /// <summary>Adds a link between things of the new recording, or outside it.</summary>
    public void Link(LinkEnd from, LinkEnd to, LinkRelation relation) => Recorder.CopyLink(Span, from, to, relation);

    /// <summary>Says that something was not in its turn, so that only the order of the recording tells what came first.</summary>
    public void NoteUnordered() => Recorder.NoteUnordered();

    private FailureCompletion CompletionOf(CallFailedEvent failed) => IsLate ? FailureCompletion.Later : failed.Completion;
}
