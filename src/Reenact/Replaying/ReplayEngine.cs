using System.Diagnostics.CodeAnalysis;
using Reenact.Events;
using Reenact.Replaying.Leaks;
using Reenact.Sessions;
using Reenact.Shims;
using Reenact.States;

namespace Reenact.Replaying;

/// <summary>
/// Matches the calls of replayed code with the script and decides what happens to each; releases completions in recorded order
/// when the pump has nothing else to run. Thread-safe: code that left the pump's thread comes here too.
/// </summary>
internal sealed partial class ReplayEngine : IPumpIdle
{
    private readonly Script script;
    private readonly CallMatcher matcher;
    private readonly List<ParkedCall> parked = [];
    private readonly Lock gate; // The script's: what is read is part of what is decided.
    private readonly SortedSet<string> unmadeExceptions = new(StringComparer.Ordinal);
    private ScriptCall? endless;
    private int comparedOutputs;

    public ReplayEngine(Script script, ReplayOptions options)
    {
        this.script = script;
        gate = script.Gate;
        Options = options;
        matcher = new CallMatcher(options.MatchOrder, script);
        states = new ReplayedStates(script.Recording);
        Log = new DivergenceLog(script, options.ContinueOnDivergence);
        Leaks = new LeakLog(Log, options.AllowedLeaks);
        Watch = new ProcessWatch(Leaks);
        KnowsResumptions = script.Resumptions.Count > 0;
        Pump = new Pump(this);
        Log.Uncertainty = () => Disturbance.Describe(Pump);
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

    /// <summary>How many recorded calls the code never made.</summary>
    public int Missing { get; private set; }

    /// <summary>Matches a call that replayed code makes, whose arguments are in an encoder.</summary>
    public CallAction Start(ScriptCall parent, RecordedMethod method, EventEncoder arguments, out object match)
    {
        if (arguments.IsShort)
        {
            if (TryStartShort(parent, method, arguments, out var due))
            {
                arguments.NoteListSent(due.Sequence);
                match = due;
                return method.Replayed ? CallAction.Run : CallAction.Serve;
            }

            arguments.WriteWhole();
        }

        if (!arguments.HasList)
        {
            return Start(parent, method, arguments.Written, out match);
        }

        var divergences = Log.Count;
        var action = Start(parent, method, arguments.Written, out match);
        arguments.NoteListSent(Log.Count == divergences && !Log.IsFull && match is ScriptCall { IsRecorded: true } matched ? matched.Sequence : -1);
        return action;
    }

    /// <summary>
    /// Matches a call whose arguments are written as what was recorded of earlier calls: where the recording says the same of them, it is the recorded
    /// call.
    /// </summary>
    private bool TryStartShort(ScriptCall parent, RecordedMethod method, EventEncoder arguments, [NotNullWhen(true)] out ScriptCall? due)
    {
        Log.ThrowIfDiverged();
        lock (gate)
        {
            due = plan is null ? Due(parent, method) : null;
            if (due is null || !matcher.MatchesAsStored(due, method, arguments.Written))
            {
                return false;
            }

            arguments.NoteStored(due.StoredArguments.Span);
            Take(due);
            return true;
        }
    }

    /// <summary>Matches a call that replayed code makes.</summary>
    public CallAction Start(ScriptCall parent, RecordedMethod method, ReadOnlySpan<byte> arguments, out object match)
    {
        Log.ThrowIfDiverged();
        lock (gate)
        {
            if (plan is not null && StartPlanned(parent, method, arguments.ToArray(), out match) is { } planned)
            {
                return planned;
            }

            var due = Due(parent, method);
            if (due is not null && matcher.Matches(due, method, arguments))
            {
                match = due;
                Take(due);
                return method.Replayed ? CallAction.Run : CallAction.Serve;
            }

            var later = matcher.OutOfTurn(parent, method, arguments);
            if (later is not null && script.Exactness == Exactness.Free && (due is null || later.Sequence > due.Sequence))
            {
                Pump.NoteProgress();
                var early = new ParkedCall(parent, method, arguments.ToArray(), later);
                match = method is { Replayed: true, Parkable: false } ? TakeEarly(early) : early;
                return !method.Replayed ? CallAction.Serve : method.Parkable ? CallAction.Park : CallAction.Run;
            }

            if (due is null && (Pump.IsDraining || (script.IsWhole && parent is { IsRecorded: true, HasEnded: false })))
            {
                throw Unrecorded(method);
            }

            if (!Options.ContinueOnDivergence)
            {
                throw Diverge(parent, method, arguments.ToArray(), due, later);
            }

            match = Resync(parent, method, arguments.ToArray(), due, later, out var divergence) ?? throw divergence!;
            return method.Replayed ? CallAction.Run : CallAction.Serve;
        }
    }

    /// <summary>Waits until the turn of a recorded end, item or report has come.</summary>
    public void Await(ScriptCall call, RecordedEvent happened, IAwaitsEvent waiter)
    {
        lock (gate)
        {
            script.Awaited.Add(call, happened, waiter);
        }

        Pump.Wake();
    }

    /// <summary>Does something when the turn of a recorded end, item or report has come.</summary>
    public void Await(ScriptCall call, RecordedEvent happened, Action release) => Await(call, happened, new AwaitedAction(release));

    /// <summary>Waits until the turn of what comes next of a call has come: it is farther on in the recording, if anywhere.</summary>
    public void AwaitNext(ScriptCall call, IAwaitsEvent waiter)
    {
        lock (gate)
        {
            foreach (var report in call.Reports)
            {
                if (waiter.Awaits(report))
                {
                    script.Awaited.Add(call, report, waiter);
                }
            }

            if (call.NextOwn is { } next && waiter.Awaits(next))
            {
                script.Awaited.Add(call, next, waiter);
            }
            else if (call.IsOpen)
            {
                script.Awaited.Add(call, waiter);
            }
            else
            {
                endless = call;
            }
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
            if (later is null || (script.Awaited.Count + parked.Count == 0 && !Pump.HasMore))
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
        AwaitedEvent? awaited;
        lock (gate)
        {
            step = TakeNext(out awaited);
        }

        if (step is null && awaited is null)
        {
            return false;
        }

        Pump.NoteProgress();
        if (awaited is { } next)
        {
            next.Waiter.Release(next.Happened);
        }
        else
        {
            step!();
        }

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
                    $"The code reads {Describe(source, name)} once more than when it was recorded{(script.HasSkipped ? " after the place where the replay begins" : "")}.",
                    source == CaptureSource.RandomSeed && script.HasSkipped ? EarlierSeed
                    : "If the read was added on purpose, record the session again. If not, look for a loop that runs once more, or for a read that moved here from another method.",
                    call,
                    call.IsRecorded ? call.Start : null)
                : DivergeAtCut(call, $"reads {Describe(source, name)}");
        }
    }

    private const string EarlierSeed =
        "The seed of Deterministic.Random is captured once in each call; this call read it before the snapshot, and how many numbers it drew until then is not recorded. " +
        "Draw them in a [Replayed] method, whose calls have seeds of their own, or begin the replay at a snapshot before the first.";

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
        NoteStatementsBefore(call);
        NoteTaken(call);
        Pump.NoteProgress();
        Log.NoteMatched(call);
        if (!call.IsReplayed)
        {
            Served++;
            NoteServed(call);
        }
    }
}
