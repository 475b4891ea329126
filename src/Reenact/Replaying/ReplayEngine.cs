using Reenact.Events;
using Reenact.Replaying.Leaks;
using Reenact.Sessions;
using Reenact.Shims;

namespace Reenact.Replaying;

/// <summary>
/// Matches the calls of replayed code with the script and decides what happens to each; releases completions in recorded order
/// when the pump has nothing else to run. Thread-safe: code that left the pump's thread comes here too.
/// </summary>
internal sealed partial class ReplayEngine : IPumpIdle
{
    private readonly Lock gate = new();
    private readonly Script script;
    private readonly CallMatcher matcher;
    private readonly PriorityQueue<PendingCall, long> pending = new();
    private readonly List<ParkedCall> parked = [];
    private readonly SortedSet<string> unmadeExceptions = new(StringComparer.Ordinal);
    private ScriptCall? endless;
    private int comparedOutputs;

    public ReplayEngine(Script script, ReplayOptions options)
    {
        this.script = script;
        Options = options;
        matcher = new CallMatcher(options.MatchOrder, script);
        Log = new DivergenceLog(script, options.ContinueOnDivergence);
        Leaks = new LeakLog(Log, options.AllowedLeaks);
        Watch = new ProcessWatch(Leaks);
        Pump = new Pump(this);
    }

    public ReplayOptions Options { get; }

    public DivergenceLog Log { get; }

    public LeakLog Leaks { get; }

    public ProcessWatch Watch { get; }

    public Pump Pump { get; }

    /// <summary>How many calls were served.</summary>
    public int Served { get; private set; }

    /// <summary>How many calls the code made that the recording doesn't have.</summary>
    public int Extra { get; private set; }

    /// <summary>Matches a call that replayed code makes.</summary>
    public CallAction Start(ScriptCall parent, RecordedMethod method, ReadOnlySpan<byte> arguments, out object match)
    {
        Log.ThrowIfDiverged();
        lock (gate)
        {
            var encoded = arguments.ToArray();
            if (plan is not null && StartPlanned(parent, method, encoded, out match) is { } planned)
            {
                return planned;
            }

            var due = matcher.Due(parent, method);
            if (due is not null && matcher.Matches(due, method, encoded))
            {
                match = due;
                Take(due);
                return method.Replayed ? CallAction.Run : CallAction.Serve;
            }

            var later = matcher.OutOfTurn(parent, method, encoded);
            if (later is not null && script.Exactness == Exactness.Free)
            {
                Pump.NoteProgress();
                var early = new ParkedCall(parent, method, encoded);
                match = method is { Replayed: true, Parkable: false } ? TakeEarly(early) : early;
                return !method.Replayed ? CallAction.Serve : method.Parkable ? CallAction.Park : CallAction.Run;
            }

            if (due is null && (Pump.IsDraining || (script.IsWhole && parent is { IsRecorded: true, HasEnded: false })))
            {
                throw Unrecorded(method);
            }

            var divergence = Diverge(parent, method, encoded, due, later);
            if (!Options.ContinueOnDivergence)
            {
                throw divergence;
            }

            match = Recover(method, due, later) ?? throw divergence;
            return method.Replayed ? CallAction.Run : CallAction.Serve;
        }
    }

    /// <summary>Puts a served call where its recorded completion, or a report of progress, will be released.</summary>
    public void Await(ScriptCall call, RecordedEvent end, Action release)
    {
        lock (gate)
        {
            pending.Enqueue(new PendingCall(call, end, release), end.Sequence);
        }

        Pump.Wake();
    }

    /// <summary>Lets a call wait for its turn.</summary>
    public void Park(ParkedCall call)
    {
        lock (gate)
        {
            parked.Add(call);
        }

        Pump.Wake();
    }

    /// <summary>
    /// The recorded call behind one that is made before its turn and can't wait for it, because its caller does not await it. While other
    /// code is in flight, which may have come first when the session was recorded, it is made now.
    /// </summary>
    /// <exception cref="ReplayDivergenceException">No other code is in flight.</exception>
    public ScriptCall TakeEarly(ParkedCall call)
    {
        lock (gate)
        {
            var later = matcher.OutOfTurn(call.Parent, call.Method, call.Arguments);
            if (later is null || (pending.Count + parked.Count == 0 && !Pump.HasMore))
            {
                throw Diverge(call);
            }

            Take(later);
            StartLate(later, call);
            return later;
        }
    }

    /// <inheritdoc/>
    public bool HasBranches => script.HasBranches;

    /// <inheritdoc/>
    public bool Release()
    {
        Watch.Look();
        Action? step;
        lock (gate)
        {
            step = TakeNext();
        }

        if (step is null)
        {
            return false;
        }

        Pump.NoteProgress();
        step();
        return true;
    }

    /// <summary>The next value of a source that code inside a call reads.</summary>
    public ValueCapturedEvent Capture(ScriptCall call, CaptureSource source, string? name)
    {
        Log.ThrowIfDiverged();
        Pump.NoteProgress();
        lock (gate)
        {
            if (call.TakeCapture(source, name) is { } capture)
            {
                return capture;
            }

            throw script.IsWhole || call is { IsRecorded: true, HasEnded: true }
                ? Log.Add(
                    DivergenceKind.CapturedValueExhausted,
                    $"The code reads {Describe(source, name)} once more than when it was recorded.",
                    "If the read was added on purpose, record the session again.",
                    call,
                    call.IsRecorded ? call.Start : null)
                : DivergeAtCut(call, $"reads {Describe(source, name)}");
        }
    }

    private static string Describe(CaptureSource source, string? name) => source switch
    {
        CaptureSource.Clock => "the clock",
        CaptureSource.Timestamp => "the timestamp counter",
        CaptureSource.RandomSeed => "a random seed",
        CaptureSource.Id => "a fresh id",
        CaptureSource.Environment => $"the environment variable {name}",
        _ => $"the captured value \"{name}\"",
    };

    private void Take(ScriptCall call)
    {
        call.Use();
        NoteTaken(call);
        Pump.NoteProgress();
        Log.NoteMatched(call);
        if (!call.IsReplayed)
        {
            Served++;
        }
    }

    /// <summary>What comes next in the recording: a completion, or a parked call whose turn it is; a parked call that has no turn diverges.</summary>
    private Action? TakeNext()
    {
        var due = FindDueParked(out var turn);
        if (pending.TryPeek(out var next, out var sequence) && (turn is null || sequence < turn.Start.Sequence))
        {
            if (IsHeldUp(sequence))
            {
                return null;
            }

            pending.Dequeue();
            Log.NoteReleased(next.Call, next.End);
            return next.Release;
        }

        if (IsHeldUp(turn?.Start.Sequence ?? long.MaxValue))
        {
            return null;
        }

        if (due is not null)
        {
            parked.Remove(due);
            Take(turn!);
            StartLate(turn!, due);
            return () => due.Resume!(turn!);
        }

        if (parked.Count == 0)
        {
            return null;
        }

        var stuck = parked[0];
        parked.RemoveAt(0);
        if (TakeAfterChange(stuck) is { } resume)
        {
            return resume;
        }

        var divergence = Diverge(stuck);
        return () => stuck.Fail!(divergence);
    }

    /// <summary>The parked call whose turn it is; the first in recorded order, where there are several under different parents.</summary>
    private ParkedCall? FindDueParked(out ScriptCall? turn)
    {
        ParkedCall? first = null;
        turn = null;
        foreach (var call in parked)
        {
            if (matcher.Due(call.Parent, call.Method) is { } due
                && (turn is null || due.Start.Sequence < turn.Start.Sequence)
                && matcher.Matches(due, call.Method, call.Arguments))
            {
                (first, turn) = (call, due);
            }
        }

        return first;
    }

    /// <summary>What a collecting replay goes on with: the recorded call, or the body of a replayed one without a recording.</summary>
    private static ScriptCall? Recover(RecordedMethod method, ScriptCall? due, ScriptCall? later)
    {
        var call = later ?? (due?.Method.Name == method.Name ? due : null);
        if (call is not null)
        {
            call.Use(); // It is over with, but it did not match.
            return call;
        }

        return method.Replayed ? new ScriptCall() : null;
    }
}
