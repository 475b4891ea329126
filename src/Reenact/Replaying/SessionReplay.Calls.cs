using System.Diagnostics;
using Reenact.Events;
using Reenact.Protection;
using Reenact.Replaying;
using Reenact.Sessions;
using Reenact.Shims;
using Reenact.Values;

namespace Reenact;

/// <content>What shims ask of a replay.</content>
public sealed partial class SessionReplay
{
    internal override bool HasEnded => ended;

    internal override bool TakesCalls()
    {
        if (!ended)
        {
            engine.Watch.Look();
            return true;
        }

        if (engine.Pump.IsCurrent && Interlocked.Increment(ref leftOverCalls) > LeftOverLimit)
        {
            Thread.Sleep(Timeout.Infinite); // A loop that swallows the exception would keep a processor busy for good.
        }

        throw LeftOver();
    }

    internal override bool EncodesInline => true;

    /// <summary>Whether what is encoded is only compared with the recording: neither planned, nor recorded again, nor shown.</summary>
    internal override bool TakesGrownLists => fork is null && stepper is null && engine.Plan is null && scrubber is null;

    internal override Redaction Redaction => redaction;

    internal override uint StoreBlob(ReadOnlySpan<byte> content) => throw new InvalidOperationException("A replay encodes all content inline, and has no blobs of its own.");

    internal override void BeginArguments(ref RecordedCall call, EventEncoder encoder)
    {
        // Only the arguments themselves are compared.
    }

    internal override CallAction Start(ref RecordedCall call)
    {
        Scrub(call.Encoder);
        if (call.Parent is LiveContext outer)
        {
            return StartInside(ref call, outer);
        }

        engine.Pump.NoteCall();
        var inside = InsideOf(call.Parent);
        StopBefore(call, inside);
        var action = engine.Start(inside, call.Method, call.Encoder, out var match);
        call.State = match;
        switch (match)
        {
            case LiveCall live:
                return StartLive(ref call, live, action);
            case ScriptCall { Forked: null } matched:
                matched.Forked = inside.Forked?.Start(call.Method, call.Encoder.Written);
                break;
        }

        if (action == CallAction.Run)
        {
            EnterBody(ref call, (ScriptCall)match);
        }

        return action;
    }

    internal override void BeginResult(ref RecordedCall call, EventEncoder encoder, ResultCompletion completion)
    {
        // Only the result itself is compared.
    }

    internal override void Return(ref RecordedCall call, EventEncoder encoder, ResultCompletion completion)
    {
        call.Reports?.End();
        Scrub(encoder, joinsElements: call.Method.Kind == CallKind.Model);
        if (call.State is LiveContext live)
        {
            ReturnLive(ref call, live, encoder, completion);
            return;
        }

        if (ended)
        {
            return; // How code ends that was left behind, or freed to say where it blocks, is not how the session did.
        }

        var body = BodyOf(call);
        body.Forked?.Return(encoder.Written, encoder.Outputs, completion);
        engine.CheckReturn(body, call.Method, encoder.Written, encoder.Outputs, call.Reports);
    }

    internal override void Fail(ref RecordedCall call, Exception exception, FailureCompletion completion)
    {
        call.Reports?.End();
        if (call.OutputEncoder is { } given)
        {
            ScrubOutputs(given);
        }

        if (call.State is LiveContext live)
        {
            FailLive(ref call, live, exception, completion);
            return;
        }

        if (ended)
        {
            return;
        }

        var body = BodyOf(call);
        var outputs = call.OutputEncoder is { } encoder ? encoder.Outputs : default;
        if (exception is not ReplayDivergenceException)
        {
            body.Forked?.Fail(exception, outputs, completion); // What a replay refuses is not how the method ended.
        }

        engine.CheckFailure(body, call.Method, SeveralFailures.FirstOf(exception), outputs, call.Reports);
    }

    internal override void WhenDone(in RecordedCall call, Task task, Action end)
    {
        if (call.State is LiveContext live)
        {
            WhenLiveDone(live, task, end);
        }
        else
        {
            engine.RunWhenDone(task, end);
        }
    }

    internal override void TakeReport<T, TCodec>(ReportedProgress<T, TCodec> progress, T value)
    {
        ref readonly var call = ref progress.Call;
        if (call.State is LiveContext live)
        {
            TakeLiveReport(live, progress, value);
            return;
        }

        if (!call.Reports!.HasEnded && !ended)
        {
            var encoder = EventEncoder.Rent(this);
            var writer = encoder.Writer();
            TCodec.Write(ref writer, value, encoder.Values);
            writer.Flush();
            Scrub(encoder);
            var body = ReportedBy(call);
            body.Forked?.Report(encoder.Written, progress.Place, call.Reports.HasReturned ? ResultCompletion.Later : ResultCompletion.AtReturn);
            engine.CheckReport(body, call.Method, progress.Place, encoder.Written);
            encoder.Return();
        }

        progress.PassOn(value);
    }

    internal override T ReadReport<T, TCodec>(ProgressEvent report) => engine.Read<T, TCodec>(report);

    internal override bool TryServeOutput<T, TCodec>(ref RecordedCall call, int place, out T value)
    {
        value = default!;
        return Served(ref call) is { } match && engine.TryReadOutput<T, TCodec>(match, call.Method, place, out value);
    }

    internal override void ServeSpan<T, TCodec>(ref RecordedCall call, int place, Span<T> target)
    {
        if (Served(ref call) is not { } match || !engine.TryReadOutput<T[], TCodec>(match, call.Method, place, out var recorded))
        {
            return;
        }

        if (recorded.Length != target.Length)
        {
            engine.DivergeSpan(match, call.Method, place, recorded.Length, target.Length);
        }

        recorded.AsSpan(0, Math.Min(recorded.Length, target.Length)).CopyTo(target);
    }

    internal override T Serve<T, TCodec>(ref RecordedCall call)
    {
        if (call.State is LiveCall live)
        {
            return ServeOverride<T, TCodec>(live);
        }

        var match = Served(ref call)!;
        var end = match.End;
        if (call.Reports is { } reports)
        {
            foreach (var report in match.Reports)
            {
                match.Forked?.Report(report);
                reports.Serve(report);
            }
        }

        if (end is not null)
        {
            match.Forked?.End(end);
        }

        return end switch
        {
            CallReturnedEvent returned => engine.Read<T, TCodec>(match, returned),
            CallFailedEvent failed => throw engine.MakeException(failed),
            _ => throw engine.DivergeWithoutEnd(match),
        };
    }

    internal override Task<T> ServeTask<T, TCodec>(ref RecordedCall call, CancellationToken cancellationToken)
    {
        if (call.State is LiveCall live)
        {
            return ServeOverriddenTask<T, TCodec>(live);
        }

        if (call.State is ScriptCall matched)
        {
            return ServedTask<T, TCodec>.Start(engine, matched, call.Reports, cancellationToken);
        }

        var parked = (ParkedCall)call.State!;
        var served = new ServedTask<T, TCodec>(engine, call.Reports, cancellationToken);
        parked.Resume = served.Complete;
        parked.Fail = served.SetException;
        engine.Park(parked);
        return served.Task;
    }

    internal override Task<T> RunWhenDue<T>(ref RecordedCall call, Func<RecordedCall, Task<T>> core)
    {
        var parked = (ParkedCall)call.State!;
        var completion = new TaskCompletionSource<T>();
        var waiting = call;
        var context = ExecutionContext.Capture();
        parked.Fail = exception => completion.SetException(exception);
        parked.Resume = matched =>
        {
            if (context is null)
            {
                Run(matched);
            }
            else
            {
                ExecutionContext.Run(context, static state => ((Action)state!)(), () => Run(matched));
            }
        };
        engine.Park(parked);
        return completion.Task;

        void Run(ScriptCall matched)
        {
            EnterBody(ref waiting, matched);
            parked.Taken = matched;
            try
            {
                var task = core(waiting);
                engine.Pump.RunWhenDone(task, () => completion.SetFromTask(task));
            }
            catch (Exception exception)
            {
                completion.SetException(exception);
            }
        }
    }

    internal override T Capture<T, TCodec>(CallContext context, CaptureSource source, string? name, Func<T> read)
    {
        name = name is null ? null : scrubber?.Scrub(name) ?? name;
        if (context is LiveContext live)
        {
            return CaptureFresh<T, TCodec>(live.Forked, source, name, read);
        }

        var inside = InsideOf(context);
        if (engine.CaptureOrNull(inside, source, name) is not { } captured)
        {
            return CaptureFresh<T, TCodec>(inside.Forked, source, name, read);
        }

        inside.Forked?.Capture(captured);
        return engine.Read<T, TCodec>(captured);
    }

    private ReplayDivergenceException LeftOver() => new(new Divergence
    {
        Kind = DivergenceKind.UnexpectedCall,
        Recording = recording.Path,
        Message = "Code that a replay started still runs after the replay has ended, and makes a recorded call.",
        Remedy = "Await everything that the session starts. Nothing that a replay leaves over may run live.",
    });

    private static ScriptCall InsideOf(CallContext context) => ((ReplayContext)context).Call;

    private static void EnterBody(ref RecordedCall call, ScriptCall match) => call.State = new ReplayContext(call.Parent, match);

    /// <summary>The recorded call behind one that reports progress, which its shim may have made before it was known.</summary>
    private static ScriptCall ReportedBy(in RecordedCall call) => call.State is ParkedCall parked ? parked.Taken! : ((ReplayContext)call.State!).Call;

    /// <summary>The recorded call that one is served from, or in whose place it is overridden; one that is made before its turn takes it now.</summary>
    private ScriptCall? Served(ref RecordedCall call)
    {
        if (call.State is LiveCall live)
        {
            return live.Place;
        }

        if (call.State is ParkedCall early)
        {
            call.State = engine.TakeEarly(early);
        }

        return (ScriptCall)call.State!;
    }

    /// <summary>The recorded call whose body has run, and for how long.</summary>
    private ScriptCall BodyOf(in RecordedCall call)
    {
        var body = (ReplayContext)call.State!;
        latencies.Add(call.Method.Name, Stopwatch.GetElapsedTime(body.StartedAt));
        body.Call.EndBody();
        return body.Call;
    }
}
