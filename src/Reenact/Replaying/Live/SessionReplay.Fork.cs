using Reenact.Events;
using Reenact.Format;
using Reenact.Keys;
using Reenact.Recorders;
using Reenact.Replaying;
using Reenact.Sessions;

namespace Reenact;

/// <content>The recording of a replay: a fork, or one that only serves, overrides, or runs some calls live.</content>
public sealed partial class SessionReplay
{
    private Ending? ending;
    private string? codeVersion;

    /// <summary>
    /// States how the session of the new recording ended, where the replay is recorded. Without it that is a success when the code returns, a failure
    /// when it throws, and abandoned when it diverges. Where the replay is not recorded it does nothing.
    /// </summary>
    /// <param name="outcome">How it ended.</param>
    /// <param name="errorCode">A code for a failure, for people and statistics.</param>
    /// <param name="message">What happened, for people.</param>
    /// <param name="output">What the session gave its user, as text.</param>
    /// <exception cref="InvalidOperationException">It was stated before.</exception>
    public void Complete(Outcome outcome, string? errorCode = null, string? message = null, string? output = null)
    {
        if (Interlocked.CompareExchange(ref ending, new Ending(outcome, errorCode, message, output), null) is not null)
        {
            throw new InvalidOperationException("The session has been completed already. Call Complete once.");
        }
    }

    /// <exception cref="RecordingException">The new recording can't be written, or there is one already and the plan doesn't say to replace it.</exception>
    private void BeginRecording()
    {
        if (plan.RecordingPath is not { } path)
        {
            return;
        }

        if (plan.ForkEvent is { } last)
        {
            CountBeforeFork(last);
        }

        var id = Guid.CreateVersion7();
        var origin = new SessionOrigin(SessionId, plan.ForkEvent, ReplayId, PlanJson.Write(plan, codeVersion));
        var key = NewKey(path);
        BlockWriter target;
        try
        {
            target = BlockWriter.Create(FileBlockStore.Create(path, plan.ReplacesRecording), id, key: key);
        }
        catch
        {
            key?.Dispose();
            throw;
        }

        var recorder = new SessionRecorder(target, id, recording.Info with { TraceParent = null }, new RecordOptions { Redaction = engine.Options.Redaction }, origin);
        fork = new ForkRecorder(recorder, script.Blobs, engine.Pump);
        script.Root.Forked = fork.Session;
    }

    /// <summary>Ends the new recording with what the code came to.</summary>
    private async Task EndRecordingAsync<T>(Task<T> run, bool diverged)
    {
        if (fork is not { Recorder: var recorder })
        {
            return;
        }

        var ending = this.ending ?? EndingOf(run, diverged);
        recorder.Complete(ending.Outcome, ending.ErrorCode, ending.Message, ending.Output);
        await recorder.DisposeAsync().ConfigureAwait(false);
    }

    /// <summary>What was encrypted is never recorded in the clear: the new recording gets a key of the same tenant.</summary>
    /// <exception cref="RecordingException">There is no such key.</exception>
    private SessionKey? NewKey(string path)
    {
        if (recording.KeyId is null || recording.OpenedWith is not { KeyStore: { } store, KeyTimeout: var timeout })
        {
            return null;
        }

        var tenant = recording.Info.Tenant ?? throw new RecordingException(
            RecordingErrorKind.KeyNotFound, path, $"{path}: {recording.Path} is encrypted and names no tenant, so there is no key to encrypt the recording of its replay with.");
        return KeyRequest.Wait(() => new KeyRequest(store, timeout, path).CreateAsync(tenant, CancellationToken.None));
    }

    private uint ForkedSpan() => ForkedAt(Ambient.Current)?.Span ?? 0;

    private static Ending EndingOf<T>(Task<T> run, bool diverged) => run switch
    {
        { IsCompleted: false } or { Exception.InnerException: ReplayDivergenceException } => Ending.Abandoned,
        { IsCompletedSuccessfully: true } when diverged => Ending.Abandoned,
        { IsCompletedSuccessfully: true } => new Ending(Outcome.Success, null, null, run.Result as string),
        { IsCanceled: true } => new Ending(Outcome.Canceled, null, null, null),
        _ => new Ending(Outcome.Failure, run.Exception!.InnerException!.GetType().FullName, run.Exception.InnerException.Message, null),
    };

    /// <summary>Counts what replayed code does up to an event: the calls that it starts, and the captured values that it reads.</summary>
    private void CountBeforeFork(long last)
    {
        var calls = 0;
        var reads = 0;
        var replayed = new HashSet<long> { 0 };
        foreach (var happened in recording.ReadEvents().TakeWhile(happened => happened.Sequence <= last))
        {
            if (happened is ValueCapturedEvent && replayed.Contains(happened.Span))
            {
                reads++;
            }
            else if (happened is CallStartedEvent start && replayed.Contains(start.ParentSpan))
            {
                calls++;
                if (start.Method.Kind == CallKind.Agent)
                {
                    replayed.Add(start.Span);
                }
            }
        }

        engine.CountBeforeFork(calls, reads);
    }
}
