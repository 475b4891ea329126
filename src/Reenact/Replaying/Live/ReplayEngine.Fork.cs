using Reenact.Events;
using Reenact.Sessions;
using Reenact.Shims;

namespace Reenact.Replaying;

/// <content>The point up to which a fork is served.</content>
internal sealed partial class ReplayEngine
{
    private long forkAt = long.MaxValue;
    private int left;
    private int leftReads;
    private bool forked;
    private bool changedBeforeFork;

    /// <summary>Says how many calls replayed code starts up to the fork point, and how many captured values it reads.</summary>
    public void CountBeforeFork(int calls, int reads) => (left, leftReads) = (calls, reads);

    /// <summary>Whether the replay is past the fork point.</summary>
    public bool HasForked
    {
        get
        {
            lock (gate)
            {
                return forked;
            }
        }
    }

    /// <summary>Whether a call comes after the fork point: after the recorded ones that started by then.</summary>
    private bool IsBeyondFork(ScriptCall parent, RecordedMethod method, ReadOnlyMemory<byte> arguments)
    {
        if (forkAt == long.MaxValue)
        {
            return false;
        }

        if (matcher.Due(parent, method) is not { } due)
        {
            return EndsAfterFork(parent);
        }

        // Code that ran freely may come to a later call before other code has come to an earlier one.
        return due.Sequence > forkAt
            || (script.Exactness == Exactness.Free && matcher.OutOfTurn(parent, method, arguments.Span) is { } later && later.Sequence > forkAt);
    }

    /// <summary>Whether a call goes on after the fork point; the session does.</summary>
    private bool EndsAfterFork(ScriptCall call) =>
        !call.IsRecorded ? forked || ReferenceEquals(call, script.Root) : call.LastEvent is not { } end || end.Sequence > forkAt;

    /// <summary>Passes the fork point, when all has happened that is recorded before it.</summary>
    /// <exception cref="ReplayDivergenceException">The code has not made all calls that are recorded before it.</exception>
    private void PassFork(ScriptCall parent, RecordedMethod method, byte[] arguments)
    {
        StopIfDiverged();
        if (LacksCallsBeforeFork)
        {
            throw DivergeBeforeFork(parent, matcher.Due(parent, method)?.Start, Log.Printer.Print(method, arguments));
        }

        NoteForked();
    }

    /// <summary>
    /// Ends a replay that collects divergences where it would fork: what was collected until then says that this is not the recorded session, and nothing may
    /// run live behind another one.
    /// </summary>
    /// <exception cref="ReplayDivergenceException">It has diverged before.</exception>
    private void StopIfDiverged()
    {
        if (!forked && Log.Count > 0)
        {
            Log.End();
            Log.ThrowIfDiverged();
        }
    }

    /// <summary>Whether recorded calls that come before the fork are owed as they were recorded: nothing had changed on purpose before it.</summary>
    private bool IsOwedBeforeFork => forkAt != long.MaxValue && !(forked ? changedBeforeFork : Log.HasChanged);

    /// <summary>Whether code that comes behind the fork point has left out calls before it: none that is in flight can still make them.</summary>
    private bool LacksCallsBeforeFork =>
        left > 0 && IsOwedBeforeFork && (script.Exactness == Exactness.Exact || (script.Awaited.Count + parked.Count == 0 && !Pump.HasMore));

    private ReplayDivergenceException DivergeBeforeFork(ScriptCall parent, RecordedEvent? at, string actual) => Log.AddUnservable(
        DivergenceKind.CallMissing,
        $"The code goes on behind event {forkAt}, where the replay is to fork, but it did not make {(left == 1 ? "a call that is" : $"{left} calls that are")} recorded before it. {(hasRunLive ? "This did not run." : "Nothing ran live.")}",
        "The code has changed since the session was recorded. Fork with the code that was recorded, or at an event before the change.",
        parent,
        at,
        actual: actual);

    private CallAction StartAfterFork(ScriptCall parent, RecordedMethod method, byte[] arguments, out object match)
    {
        var place = FindPlace(parent, method, arguments);
        var planned = plan!.OverrideOf(method, place);
        if (planned is null && method.SideEffects && !plan.IsNamed(method))
        {
            throw RefuseSideEffects(method, parent);
        }

        match = Begin(method, place, planned, arguments);
        return planned is null ? CallAction.Run : CallAction.Serve;
    }

    /// <summary>Code that differs from the recording behind the fork point has passed it, also where it has called nothing there: that is what forks are for.</summary>
    private void NoteBehindFork(RecordedEvent at)
    {
        lock (gate)
        {
            if (at.Sequence > forkAt && !LacksCallsBeforeFork && Log.Count == 0)
            {
                NoteForked();
            }
        }
    }

    private void NoteForked()
    {
        changedBeforeFork |= !forked && Log.HasChanged;
        forked = true;
        Log.HasChanged = true;
    }

    /// <summary>The replay takes a recorded call.</summary>
    private void NoteTaken(ScriptCall call)
    {
        if (call.Sequence <= forkAt)
        {
            left--;
        }
    }

    /// <summary>
    /// Whether a read that the recording doesn't have comes after the fork point. Before the code has done all that is recorded up to there, it
    /// is one read too many.
    /// </summary>
    private bool MayReadBeyondFork(ScriptCall call) =>
        forkAt != long.MaxValue && EndsAfterFork(call) && (forked || !IsOwedBeforeFork || (left <= 0 && leftReads <= 0));

    /// <summary>The value of a source that code inside a call reads; null where it is to be read afresh.</summary>
    public ValueCapturedEvent? CaptureOrNull(ScriptCall call, CaptureSource source, string? name)
    {
        if (plan is null)
        {
            return Capture(call, source, name);
        }

        Log.ThrowIfDiverged();
        Pump.NoteProgress();
        lock (gate)
        {
            var captured = call.TakeCapture(source, name);
            if (captured is null ? MayReadBeyondFork(call) : captured.Sequence > forkAt)
            {
                StopIfDiverged();
                if (captured is not null && LacksCallsBeforeFork)
                {
                    throw DivergeBeforeFork(call, captured, $"reads {Describe(source, name)}");
                }

                NoteForked();
                return null;
            }

            if (captured is not null)
            {
                leftReads--;
                return captured;
            }

            if (Log.HasChanged)
            {
                NoteCapture(call, source, name);
                return null;
            }
        }

        return Capture(call, source, name);
    }
}
