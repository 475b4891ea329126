using MessagePack;
using Reenact.Events;
using Reenact.Format;
using Reenact.Protection;
using Reenact.Recorders;
using Reenact.Sessions;
using Reenact.Shims;

namespace Reenact;

/// <summary>
/// A session that is being recorded. It is ambient from <see cref="Session.Record(string, SessionInfo, RecordOptions?)"/> until it
/// is disposed. Thread-safe, except that it is disposed once, after its code has run.
/// </summary>
public sealed partial class SessionRecorder : ActiveSession, IAsyncDisposable
{
    private readonly SessionClock clock;
    private readonly RecordOptions options;
    private readonly Redaction redaction;
    private readonly BlockWriter target;
    private readonly BackgroundWriter writer;
    private readonly Sealing sealing;
    private readonly IEventMemory memory;
    private readonly EventLog log;
    private readonly BlobTable blobs;
    private readonly DefinitionTable definitions;
    private readonly Timer? handOver;
    private readonly CallContext? outer;
    private readonly CallContext root;
    private readonly bool startsAreDurable;
    private readonly bool isResumed;
    private Ending? ending;
    private uint spans;
    private int disposed;
    private volatile bool closed;
    private Pump? pump;

    /// <summary>Begins a session.</summary>
    /// <param name="target">Where it is recorded.</param>
    /// <param name="sessionId">Its id.</param>
    /// <param name="info">Who runs it.</param>
    /// <param name="options">How it is recorded.</param>
    /// <param name="origin">The replay that is recorded, which is not the ambient session: the replay is; null for a session of its own.</param>
    /// <param name="from">Where the session was when it is gone on with; null for one that begins.</param>
    internal SessionRecorder(BlockWriter target, Guid sessionId, SessionInfo info, RecordOptions options, SessionOrigin? origin = null, ResumePoint? from = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(options.StuckTimeout, TimeSpan.Zero);
        clock = from?.StartTime is { } begun ? new SessionClock(begun, from.LastTime) : new SessionClock();
        this.options = options;
        this.target = target;
        redaction = Redaction.Of(options.Redaction, isReplay: false);
        scrubber = Scrubber.Of(options.Redaction);
        startsAreDurable = options.Durability == Durability.Durable;
        SessionId = sessionId;
        memory = KeepEvents(target, options.Durability);
        sealing = Sealing.Prepare(target, options, from is not null, StopRecording, out writer);
        log = new EventLog(writer, memory, target.NextSequence);
        held = scrubber is { Window: > 0 } ? log.KeepBack() : null;
        blobs = new BlobTable(log, clock, from);
        definitions = new DefinitionTable(this, log, clock, from);
        spans = from?.Spans ?? 0;
        if (HandOverInterval() is { } interval)
        {
            using (ExecutionContext.SuppressFlow())
            {
                handOver = new Timer(static log => ((EventLog)log!).Cut(), log, interval, interval);
            }
        }

        isResumed = from is not null;
        if (from is { IsExact: false })
        {
            log.NoteFree(FreeCause.Interrupted);
        }

        var start = from is { Start: >= 0 } ? from.Start : Emit(new SessionStart(info, clock.StartTime, origin).Write);
        outer = Ambient.Current;
        root = new CallContext(this) { Start = start };
        if (origin is null)
        {
            Ambient.Current = CodeStretch.Begin(root, log);
        }

        LiveSessions.Opened();
    }

    /// <summary>Checks what can be told wrong of options without a recording.</summary>
    /// <exception cref="ArgumentException">They can't be followed.</exception>
    internal static void Check(RecordOptions options)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(options.StuckTimeout, TimeSpan.Zero);
        _ = Redaction.Of(options.Redaction, isReplay: false);
        _ = Scrubber.Of(options.Redaction);
    }

    /// <inheritdoc/>
    public override Guid SessionId { get; }

    /// <inheritdoc/>
    public override bool IsReplay => false;

    /// <summary>Why the newest checkpoint could not be signed or handed over, null while that works. The recording goes on; a later one covers what it covers.</summary>
    public Exception? CheckpointFailure => sealing.CheckpointFailure;

    /// <inheritdoc/>
    public override void RecordEnvironment(EnvironmentKind kind, string name, string? version = null, string? content = null) =>
        Emit((ref MessagePackWriter output, ValueWriteContext values) =>
            SessionEvents.WriteEnvironment(ref output, values, clock.Now, CurrentSpan(), kind, name, version, Scrub(content)));

    /// <inheritdoc/>
    public override void Note(string text, string? author = null) =>
        Emit((ref MessagePackWriter output, ValueWriteContext values) =>
            SessionEvents.WriteNote(ref output, values, clock.Now, CurrentSpan(), author, text));

    /// <summary>Makes durable what has been recorded so far: when the task is complete, the bytes are on disk (fsync).</summary>
    /// <exception cref="RecordingException">Writing failed. What was flushed before stays readable.</exception>
    public Task FlushAsync()
    {
        log.Cut();
        return writer.FlushAsync();
    }

    /// <summary>
    /// Runs code of the session, wherever the session was made; so that a replay of it is exact, when
    /// <see cref="RecordOptions.Scheduling"/> says so.
    /// </summary>
    /// <param name="code">The session's code; the whole of it where it is scheduled exactly.</param>
    /// <returns>What the code returns.</returns>
    /// <exception cref="InvalidOperationException">
    /// A session that is scheduled exactly has run its code before; or its code blocks the session's thread (<c>.Result</c>) on what can't run meanwhile.
    /// </exception>
    public Task<T> RunAsync<T>(Func<Task<T>> code)
    {
        ArgumentNullException.ThrowIfNull(code);
        return options.Scheduling == Scheduling.Free ? RunFreelyAsync(code) : RunScheduledAsync(code);
    }

    /// <inheritdoc cref="RunAsync{T}"/>
    public Task RunAsync(Func<Task> code) => RunAsync(async () =>
    {
        await code().ConfigureAwait(true); // What comes after belongs on the pump, too.
        return true;
    });

    internal override bool HasEnded => closed;

    internal override bool TakesCalls() => !closed;

    internal override bool TakesGrownLists => scrubber is null;

    internal override Redaction Redaction => redaction;

    internal override uint StoreBlob(ReadOnlySpan<byte> content) => blobs.Store(content);

    internal override void BeginArguments(ref RecordedCall call, EventEncoder encoder)
    {
        call.Span = Interlocked.Increment(ref spans);
        var method = definitions.IdOf(call.Method);
        encoder.Begin(6, EventKind.CallStarted, clock.Now, call.Span);
        encoder.Add(call.Parent.Span);
        encoder.Add(method);
    }

    internal override CallAction Start(ref RecordedCall call)
    {
        Scrub(call.Encoder, place: 5);
        LargeEvents.Shrink(call.Encoder, place: 5);
        NotePlace(call.Parent);
        var start = log.AppendStart(call.Encoder.Written, call.Span, call.Parent, call.Method.Replayed);
        call.Encoder.NoteListSent(start);
        if (start < 0 || startsAreDurable || call.Method.SideEffects || call.Method.Durability > Durability.Buffered)
        {
            ReleaseAllItems(); // What waits could not be secured.
            SecureStart(call.Method, start);
        }

        call.State = call.Method.Leaf
            ? null
            : new CallContext(call.Parent, call.Span) { IsServed = call.Parent.IsServed || !call.Method.Replayed, Start = start };
        if (pump is not null && !call.Parent.IsServed)
        {
            pump.NoteCall();
        }

        if (LeavesPump(call))
        {
            pump!.LeaveCode();
        }

        return CallAction.Run;
    }

    internal override void BeginResult(ref RecordedCall call, EventEncoder encoder, ResultCompletion completion) =>
        encoder.Begin(completion != ResultCompletion.AtReturn ? 6 : encoder.Outputs.IsEmpty ? 4 : 5, EventKind.CallReturned, clock.Now, call.Span);

    internal override void Return(ref RecordedCall call, EventEncoder encoder, ResultCompletion completion)
    {
        call.Reports?.End();
        Scrub(encoder, place: 3, joinsElements: call.Method.Kind == CallKind.Model);
        LargeEvents.Shrink(encoder, place: 3);
        if (!encoder.Outputs.IsEmpty)
        {
            encoder.AppendOutputs();
            Scrub(encoder, place: 4);
        }
        else if (completion == ResultCompletion.Later)
        {
            encoder.AddNil();
        }

        LargeEvents.Shrink(encoder, place: 4);
        if (completion == ResultCompletion.Later)
        {
            encoder.Add((uint)completion);
        }

        log.AppendEnd(encoder.Written, call.Span, call.Parent);
        SecureEnd(call.Method);
        if (completion == ResultCompletion.AtReturn)
        {
            BackOnPump(call);
        }
    }

    internal override void Fail(ref RecordedCall call, Exception exception, FailureCompletion completion)
    {
        call.Reports?.End();
        var encoder = call.OutputEncoder ?? EventEncoder.Rent(this);
        encoder.Restart(); // The result may have failed half-way.
        var output = encoder.Writer();
        SessionEvents.WriteFailure(ref output, encoder.Values, clock.Now, call.Span, exception, completion, encoder.Outputs);
        output.Flush();
        Scrub(encoder, place: 3);
        LargeEvents.Shrink(encoder, place: 8);
        log.AppendEnd(encoder.Written, call.Span, call.Parent);
        encoder.Return();
        SecureEnd(call.Method);
        if (completion != FailureCompletion.Later)
        {
            BackOnPump(call);
        }
    }

    internal override bool IsScheduled => pump is not null;

    internal override void WhenDone(in RecordedCall call, Task task, Action end)
    {
        if (pump is not { } scheduler || call.Parent.IsServed)
        {
            task.ConfigureAwait(false).GetAwaiter().UnsafeOnCompleted(end);
        }
        else if (call.Method.Replayed)
        {
            scheduler.RunWhenDone(task, end); // As on replay, where this end is not released but happens.
        }
        else
        {
            BackOnPump(call);
            task.ConfigureAwait(false).GetAwaiter().UnsafeOnCompleted(() => scheduler.PostCompletion(end));
        }
    }

    internal override T Capture<T, TCodec>(CallContext context, CaptureSource source, string? name, Func<T> read)
    {
        var value = read();
        var encoder = EventEncoder.Rent(this);
        var output = encoder.Writer();
        SessionEvents.BeginCapture(ref output, encoder.Values, clock.Now, context.Span, source, name);
        TCodec.Write(ref output, value, encoder.Values);
        output.Flush();
        if (source is CaptureSource.Environment or CaptureSource.Named)
        {
            Scrub(encoder, place: 4); // The others hold no text that anybody wrote.
        }

        LargeEvents.Shrink(encoder, place: 5);
        NotePlace(context);
        log.AppendCapture(encoder.Written, context);
        encoder.Return();
        return value;
    }

    internal override T ReadReport<T, TCodec>(ProgressEvent report) => throw OnlyOnReplay();

    internal override bool TryServeOutput<T, TCodec>(ref RecordedCall call, int place, out T value) => throw OnlyOnReplay();

    internal override void ServeSpan<T, TCodec>(ref RecordedCall call, int place, Span<T> target) => throw OnlyOnReplay();

    internal override T Serve<T, TCodec>(ref RecordedCall call) => throw OnlyOnReplay();

    internal override Task<T> ServeTask<T, TCodec>(ref RecordedCall call, CancellationToken cancellationToken) => throw OnlyOnReplay();

    internal override Task<T> RunWhenDue<T>(ref RecordedCall call, Func<RecordedCall, Task<T>> core) => throw OnlyOnReplay();

    private static InvalidOperationException OnlyOnReplay() =>
        new("A recording session was asked to serve a call. Emitted code does so only when Start said so: rebuild the project with the generator of this package version.");

    private uint CurrentSpan() => Ambient.Current is { } context && ReferenceEquals(context.Session, this) ? context.Span : 0;

    /// <summary>Whether a call's body is not the session's own code, and runs without the pump as its context.</summary>
    private bool LeavesPump(in RecordedCall call) =>
        pump is { RunsHere: true } && !call.Method.Replayed && !call.Parent.IsServed;

    private void BackOnPump(in RecordedCall call)
    {
        if (LeavesPump(call))
        {
            pump!.EnterCode();
        }
    }

    private long Emit(EventWriting write)
    {
        var number = -1L;
        Encode(write, encoded => number = log.Append(encoded));
        return number;
    }

    private void Encode(EventWriting write, EventAppending append)
    {
        var encoder = EventEncoder.Rent(this);
        var output = encoder.Writer();
        write(ref output, encoder.Values);
        output.Flush();
        Scrub(encoder, place: 3);
        append(encoder.Written);
        encoder.Return();
    }

    private delegate void EventAppending(ReadOnlySpan<byte> encoded);
}
