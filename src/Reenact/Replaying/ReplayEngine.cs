using Reenact.Events;
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

    public ReplayEngine(Script script, ReplayOptions options)
    {
        this.script = script;
        Options = options;
        matcher = new CallMatcher(options.MatchOrder, script);
        Log = new DivergenceLog(script, options.ContinueOnDivergence);
        Pump = new Pump(this);
    }

    public ReplayOptions Options { get; }

    public DivergenceLog Log { get; }

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

            if (due is null && (Pump.IsDraining || (script.IsWhole && parent.Recorded is { HasEnded: false })))
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
            return later;
        }
    }

    /// <inheritdoc/>
    public bool HasBranches => script.HasBranches;

    /// <inheritdoc/>
    public bool Release()
    {
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

    /// <summary>Reports the recorded calls that the code never made, those inside a call or in the whole session.</summary>
    /// <param name="inside">The call, or the session.</param>
    /// <param name="before">The event before which they started.</param>
    public void ReportMissing(ScriptCall inside, long before = long.MaxValue)
    {
        lock (gate)
        {
            foreach (var call in inside.Unused.Where(call => call.Recorded!.Start.Sequence < before).ToList())
            {
                call.Use();
                Log.Add(
                    DivergenceKind.CallMissing,
                    $"The recording has a call of {CallPrinter.Shorten(call.Recorded!.Method.Name)} here, which the code did not make.",
                    "If the call was removed on purpose, record the session again. If not, look at the condition before the call: it took the other way.",
                    inside,
                    call.Recorded.Start,
                    expected: Log.Printer.Print(call.Recorded));
            }

            foreach (var call in inside.Children.Where(child => child.Used))
            {
                ReportUnread(call, before);
                if (call.IsReplayed)
                {
                    ReportMissing(call, before);
                }
            }
        }
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

            throw script.IsWhole || call.Recorded is { HasEnded: true }
                ? Log.Add(
                    DivergenceKind.CapturedValueExhausted,
                    $"The code reads {Describe(source, name)} once more than when it was recorded.",
                    "If the read was added on purpose, record the session again.",
                    call,
                    call.Recorded?.Start)
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
        if (pending.TryPeek(out var next, out var sequence) && (turn is null || sequence < turn.Recorded!.Start.Sequence))
        {
            pending.Dequeue();
            Log.NoteReleased(next.End);
            return next.Release;
        }

        if (due is not null)
        {
            parked.Remove(due);
            Take(turn!);
            return () => due.Resume!(turn!);
        }

        if (parked.Count == 0)
        {
            return null;
        }

        var stuck = parked[0];
        parked.RemoveAt(0);
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
                && (turn is null || due.Recorded!.Start.Sequence < turn.Recorded!.Start.Sequence)
                && matcher.Matches(due, call.Method, call.Arguments))
            {
                (first, turn) = (call, due);
            }
        }

        return first;
    }

    private ReplayDivergenceException Diverge(ParkedCall call) =>
        Diverge(
            call.Parent,
            call.Method,
            call.Arguments,
            matcher.Due(call.Parent, call.Method),
            matcher.OutOfTurn(call.Parent, call.Method, call.Arguments));

    private ReplayDivergenceException Diverge(ScriptCall parent, RecordedMethod method, ReadOnlyMemory<byte> arguments, ScriptCall? due, ScriptCall? later)
    {
        var name = CallPrinter.Shorten(method.Name);
        var actual = Log.Printer.Print(method, arguments);
        if (later is not null)
        {
            return Log.Add(
                DivergenceKind.OrderDiffers,
                $"The code calls {name} now, but the recording has another call first: that one was moved or left out.",
                "If the order was changed on purpose, replay with MatchOrder.PerMethod or record the session again. If not, look for the call that is missing before this one.",
                parent,
                due!.Recorded!.Start,
                Log.Printer.Print(due.Recorded),
                $"{actual}  (recorded as event {later.Recorded!.Start.Sequence})",
                candidates: parent.Unused);
        }

        var sameMethod = parent.Unused.Where(child => child.Recorded!.Method.Name == method.Name);
        if (due is not null && due.Recorded!.Method.Name == method.Name)
        {
            var differences = matcher.Differences(due, method, arguments);
            var changed = due.Recorded.Method.Signature != method.Signature ? CallPrinter.ChangedSignature(due.Recorded.Method, method) : "";
            return Log.Add(
                DivergenceKind.ArgumentsDiffer,
                $"The code calls {name} with other arguments than recorded.{changed}",
                "Follow the differing value back to where it is made. If it was changed on purpose, record the session again; a value that is " +
                "meant to vary belongs in a [IgnoreInMatch] parameter.",
                parent,
                due.Recorded.Start,
                Log.Printer.Print(due.Recorded),
                actual,
                differences,
                sameMethod.Skip(1));
        }

        if (due is null && !script.IsWhole && parent.Recorded is not { HasEnded: true })
        {
            return DivergeAtCut(parent, $"calls {name}", actual);
        }

        Extra++;
        var recorded = parent.Children.Count(child => child.Recorded!.Method.Name == method.Name);
        var used = recorded == 0
            ? $"The recording has no call of {name} here."
            : sameMethod.Any()
                ? $"The recording has {name} later, with other arguments."
                : $"All {recorded} recorded calls of {name} here are used already.";
        return Log.Add(
            DivergenceKind.UnexpectedCall,
            $"The code calls {name}, which is not what the recording has next. {used}",
            "If the call was added on purpose, record the session again. If not, look at the condition before the call, and at the call that was expected here.",
            parent,
            due?.Recorded!.Start,
            due is null ? "no further call" : Log.Printer.Print(due.Recorded!),
            actual,
            candidates: sameMethod.Concat(parent.Unused).Distinct());
    }

    /// <summary>
    /// What the loser of a race, say, gets when it goes on after the session's end, or in a method that had not ended by then: such
    /// calls ran unrecorded, and that is no divergence.
    /// </summary>
    private ReplayDivergenceException Unrecorded(RecordedMethod method) => new(new Divergence
    {
        Kind = DivergenceKind.UnexpectedCall,
        Recording = script.Recording.Path,
        Message = $"Code that still ran at the session's end calls {CallPrinter.Shorten(method.Name)}, after the last call that is recorded.",
        Remedy = "Nothing: the session's outcome was known before. Nothing that a replay leaves over may run live.",
    });

    private ReplayDivergenceException DivergeAtCut(ScriptCall inside, string doing, string? actual = null) =>
        Log.Add(
            DivergenceKind.RecordingEnds,
            $"The recording was cut off here: the code goes on, and {doing}, where nothing is recorded any more.",
            "The recorded process ended, or its recording was cut off, at this point. The replay has reproduced everything up to there.",
            inside,
            Log.LastMatched?.LastEvent ?? Log.LastMatched?.Start,
            actual: actual);

    /// <summary>What a collecting replay goes on with: the recorded call, or the body of a replayed one without a recording.</summary>
    private static ScriptCall? Recover(RecordedMethod method, ScriptCall? due, ScriptCall? later)
    {
        var call = later ?? (due?.Recorded!.Method.Name == method.Name ? due : null);
        if (call is not null)
        {
            call.Use(); // It is over with, but it did not match.
            return call;
        }

        return method.Replayed ? new ScriptCall() : null;
    }
}
