using MessagePack;
using Reenact.Events;
using Reenact.Protection;
using Reenact.Sessions;
using Reenact.Shims;
using Reenact.Values;

namespace Reenact;

/// <summary>
/// A session in progress, recorded or replayed: what <see cref="Session.Current"/> is to agent code. Its members are thread-safe.
/// </summary>
public abstract partial class ActiveSession
{
    private object? modelCalls;

    // Only this library knows how to be a session.
    private protected ActiveSession()
    {
    }

    /// <summary>The session's id; on replay the id of the recorded session.</summary>
    public abstract Guid SessionId { get; }

    /// <summary>Whether the session is replayed.</summary>
    public abstract bool IsReplay { get; }

    /// <summary>States what the session runs with: a model, a prompt, a configuration. On replay it does nothing.</summary>
    /// <param name="kind">What it is.</param>
    /// <param name="name">Which one, at most 1,024 UTF-8 bytes.</param>
    /// <param name="version">Its version, if it has one.</param>
    /// <param name="content">Its exact content, if it is known; the same content is stored once per recording.</param>
    public abstract void RecordEnvironment(EnvironmentKind kind, string name, string? version = null, string? content = null);

    /// <summary>Adds a remark for whoever reads the recording. On replay it does nothing.</summary>
    /// <param name="text">The remark.</param>
    /// <param name="author">Who makes it.</param>
    public abstract void Note(string text, string? author = null);

    /// <summary>What integrations that record calls of models keep for the session, so that they need not look for it; null before the first.</summary>
    internal object? ModelCalls => modelCalls;

    /// <summary>Whether the session is over; code that is left over from it may still run.</summary>
    internal abstract bool HasEnded { get; }

    /// <summary>Whether calls belong to the session still; where they don't, they run as outside a session.</summary>
    /// <exception cref="ReplayDivergenceException">The calling code is left over from a replay: nothing it calls may run.</exception>
    internal abstract bool TakesCalls();

    /// <summary>Whether long text and bytes are encoded inline: nothing is stored, only compared.</summary>
    internal virtual bool EncodesInline => false;

    /// <summary>Whether a list may be written as what it has more than when an earlier call was given it.</summary>
    internal abstract bool TakesGrownLists { get; }

    /// <summary>What takes the place of sensitive values.</summary>
    internal virtual Redaction Redaction => Redaction.None;

    /// <summary>Keeps something as <see cref="ModelCalls"/>, unless there is something already.</summary>
    /// <returns>What is kept.</returns>
    internal object KeepModelCalls(object first) => Interlocked.CompareExchange(ref modelCalls, first, null) ?? first;

    /// <summary>Stores content that a call refers to.</summary>
    internal abstract uint StoreBlob(ReadOnlySpan<byte> content);

    /// <summary>Writes what stands before the arguments of a call.</summary>
    internal abstract void BeginArguments(ref RecordedCall call, EventEncoder encoder);

    /// <summary>Starts a call whose event is in its encoder; sets the call's span and inner context when its body runs.</summary>
    internal abstract CallAction Start(ref RecordedCall call);

    /// <summary>Writes what stands before a result.</summary>
    internal abstract void BeginResult(ref RecordedCall call, EventEncoder encoder, ResultCompletion completion);

    /// <summary>Ends a call whose result, and what stands before it, is in the encoder.</summary>
    internal abstract void Return(ref RecordedCall call, EventEncoder encoder, ResultCompletion completion);

    /// <summary>Ends a call that failed.</summary>
    internal abstract void Fail(ref RecordedCall call, Exception exception, FailureCompletion completion);

    /// <summary>Ends a call after its task has ended, where the session wants that to run.</summary>
    internal abstract void WhenDone(in RecordedCall call, Task task, Action end);

    /// <summary>Whether the session orders its code by completions of recorded calls, and by nothing else.</summary>
    internal virtual bool IsScheduled => false;

    /// <summary>Whether a call ends later than at its return also where its task is complete by then.</summary>
    internal virtual bool EndsLater(in RecordedCall call) => false;

    /// <summary>Takes a report of a call that runs, and passes it on.</summary>
    internal abstract void TakeReport<T, TCodec>(ReportedProgress<T, TCodec> progress, T value)
        where TCodec : IValueCodec<T>;

    /// <summary>Reads a recorded report.</summary>
    internal abstract T ReadReport<T, TCodec>(ProgressEvent report)
        where TCodec : IValueCodec<T>;

    /// <summary>Reads a recorded out or ref value of a call that is served.</summary>
    /// <returns>Whether the recording has one.</returns>
    internal abstract bool TryServeOutput<T, TCodec>(ref RecordedCall call, int place, out T value)
        where TCodec : IValueCodec<T>;

    /// <summary>Writes the recorded content of a span into the one that a call that is served was given.</summary>
    internal abstract void ServeSpan<T, TCodec>(ref RecordedCall call, int place, Span<T> target)
        where TCodec : ISpanCodec<T>;

    /// <summary>Serves a recorded call.</summary>
    internal abstract T Serve<T, TCodec>(ref RecordedCall call)
        where TCodec : IValueCodec<T>;

    /// <summary>Serves a recorded asynchronous call.</summary>
    internal abstract Task<T> ServeTask<T, TCodec>(ref RecordedCall call, CancellationToken cancellationToken)
        where TCodec : IValueCodec<T>;

    /// <summary>Runs the core of a replayed method when its turn comes.</summary>
    internal abstract Task<T> RunWhenDue<T>(ref RecordedCall call, Func<RecordedCall, Task<T>> core);

    /// <summary>Records or serves a value that replayed code read.</summary>
    internal abstract T Capture<T, TCodec>(CallContext context, CaptureSource source, string? name, Func<T> read)
        where TCodec : IValueCodec<T>;
}
