using System.Diagnostics;
using Reenact.Events;
using Reenact.Protection;
using Reenact.Replaying;
using Reenact.Replaying.Leaks;
using Reenact.Sessions;
using Reenact.Shims;
using Reenact.Values;

namespace Reenact;

/// <summary>
/// A replay of one recording. <c>RunAsync</c> is given the session's whole code, once; inside it recorded calls are served and
/// nothing runs live. <see cref="Report"/> may be read at any time, from any thread.
/// </summary>
public sealed partial class SessionReplay : ActiveSession, IDisposable
{
    /// <summary>How many calls left-over code makes on the replay's own thread before that is put to rest.</summary>
    private const int LeftOverLimit = 100;

    private readonly Recording recording;
    private readonly Script script;
    private readonly ReplayEngine engine;
    private readonly Redaction redaction;
    private readonly Latencies latencies = new();
    private readonly Stopwatch time = new();
    private ForkRecorder? fork;
    private int started;
    private int wentLive;
    private int leftOverCalls;
    private volatile bool ended;
    private volatile bool disposed;
    private string? failure;

    internal SessionReplay(Recording recording, ReplayOptions options)
    {
        this.recording = recording;
        try
        {
            if (options.StuckTimeout != Timeout.InfiniteTimeSpan)
            {
                ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(options.StuckTimeout, TimeSpan.Zero);
            }

            ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(options.LiveTimeout, TimeSpan.Zero);
            script = Script.Open(recording);
            redaction = Redaction.Of(options.Redaction, isReplay: true);
            scrubber = Scrubber.Of(options.Redaction);
            recording.RoleKeys = options.Redaction?.RoleKeys ?? recording.RoleKeys;
            engine = new ReplayEngine(script, options) { Redaction = redaction, Scrubber = scrubber };
            With(options.Plan ?? ReplayPlan.Empty);
        }
        catch
        {
            recording.Dispose();
            throw;
        }
    }

    /// <summary>The id of this replay.</summary>
    public Guid ReplayId { get; } = Guid.CreateVersion7();

    /// <inheritdoc/>
    public override Guid SessionId => recording.SessionId;

    /// <inheritdoc/>
    public override bool IsReplay => true;

    /// <summary>What the code does apart from recorded calls.</summary>
    internal LeakLog Leaks => engine.Leaks;

    /// <summary>The recording.</summary>
    public Recording Recording => recording;

    /// <summary>What the replay has found so far.</summary>
    public ReplayReport Report => ReplayReport.Of(ReplayId, script, engine, latencies, time.Elapsed, plan, codeVersion, scope) with { Failure = failure };

    /// <summary>Replays the session.</summary>
    /// <param name="code">The session's whole code, as it ran when it was recorded.</param>
    /// <returns>The report, with what the code returned.</returns>
    /// <exception cref="ReplayDivergenceException">The code departed from the recording, and <see cref="ReplayOptions.ContinueOnDivergence"/> is off.</exception>
    /// <exception cref="InvalidOperationException">The replay has been run before.</exception>
    /// <exception cref="ObjectDisposedException">The replay was disposed while the code ran.</exception>
    /// <remarks>
    /// Whatever else the code throws is thrown here too; behind divergences that are collected, the report has it as <see cref="ReplayReport.Failure"/> instead.
    /// </remarks>
    public async Task<ReplayReport<T>> RunAsync<T>(Func<Task<T>> code)
    {
        ArgumentNullException.ThrowIfNull(code);
        ObjectDisposedException.ThrowIf(disposed, this);
        if (Interlocked.Exchange(ref started, 1) != 0)
        {
            throw new InvalidOperationException("A replay runs once. Make another with Session.Replay to run the code again.");
        }

        codeVersion ??= plan.CodeVersion ?? CodeVersion.Of(code);
        CheckNotRecorded(isPart: scope is not null);
        BeginRecording();

        // Never counted down: code left over from a replay must find out that it is, instead of running live.
        LiveSessions.Opened();
        time.Start();
        using var listening = NetworkListener.Listen();
        var run = engine.Pump.RunAsync(() =>
        {
            Ambient.Current = StartContext;
            engine.Watch.Start();
            return code();
        });
        var finished = await new StuckWatch(engine, () => disposed).WaitAsync(run).ConfigureAwait(false);
        time.Stop();
        var state = engine.Pump.State;
        ended = true;
        engine.Pump.Abandon();
        if (disposed)
        {
            engine.Leaks.Close();
            await EndRecordingAsync(run, diverged: true).ConfigureAwait(false);
            throw new ObjectDisposedException(
                nameof(SessionReplay), $"The replay of {recording.Path} was disposed while its code ran, which was left behind. Await RunAsync, or the run's end, before disposing the replay.");
        }

        if (script.Damage is { } damage)
        {
            throw damage; // Whatever the code made of it: what it ran on is not the recording.
        }

        if (!finished && !engine.Log.MustEnd)
        {
            engine.ReportStuck(state); // Behind the end: code whose thread is freed may run nothing live.
        }

        if (finished && !engine.Log.MustEnd)
        {
            engine.ReportMissing(scope?.Inside ?? script.Root);
        }

        engine.ReportLeaks(finished);
        var divergences = engine.Log.All;
        await EndRecordingAsync(run, diverged: divergences.Count > 0).ConfigureAwait(false);
        if (divergences.Count > 0 && !engine.Options.ContinueOnDivergence)
        {
            throw new ReplayDivergenceException(divergences[0], finished ? await FailureOf(run).ConfigureAwait(false) : null);
        }

        if (!finished)
        {
            return Report.With<T>(default!);
        }

        if (divergences.Count > 0 && await FailureOf(run).ConfigureAwait(false) is { } exception)
        {
            // The divergences say more than what came of them, but who reads the report must see that the code did not get to its end.
            failure = exception is ReplayDivergenceException ? null : $"{CodeName.Of(exception.GetType())}: {TextEscape.Message(engine.MessageOf(exception))}";
            return Report.With<T>(default!);
        }

        return Report.With(await run.ConfigureAwait(false));
    }

    /// <inheritdoc cref="RunAsync{T}(Func{Task{T}})"/>
    public async Task<ReplayReport> RunAsync(Func<Task> code)
    {
        ArgumentNullException.ThrowIfNull(code);
        codeVersion ??= plan.CodeVersion ?? CodeVersion.Of(code);
        return await RunAsync(async () =>
        {
            await code().ConfigureAwait(true); // What comes after belongs on the pump, too.
            return true;
        }).ConfigureAwait(false);
    }

    /// <summary>
    /// Closes the recording. Code that still runs is left behind, wherever it has stopped: its next recorded call throws, nothing runs live, and <c>RunAsync</c>
    /// throws an <see cref="ObjectDisposedException"/>.
    /// </summary>
    public void Dispose()
    {
        disposed = true;
        ended = true;
        stepper?.Abandon();
        recording.Dispose();
    }

    /// <inheritdoc/>
    public override void RecordEnvironment(EnvironmentKind kind, string name, string? version = null, string? content = null)
    {
        // The recording says what the session ran with; one of this replay says it again.
        fork?.Recorder.CopyEnvironment(ForkedSpan(), kind, name, version, content);
    }

    /// <inheritdoc/>
    public override void Note(string text, string? author = null)
    {
        // The recording has its notes; one of this replay gets those that are made now.
        fork?.Recorder.CopyNote(ForkedSpan(), text, author);
    }

    /// <summary>What code that has ended threw, a cancellation too; null when it returned.</summary>
    private static async Task<Exception?> FailureOf(Task run)
    {
        try
        {
            await run.ConfigureAwait(false);
            return null;
        }
        catch (Exception exception)
        {
            return exception;
        }
    }
}
