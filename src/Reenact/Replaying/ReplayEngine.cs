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
        matcher = new CallMatcher(options.MatchOrder, script.Blobs);
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
        Pump.NoteActivity();
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
            if (later is not null && script.Exactness == Exactness.Free && (method.Parkable || !method.Replayed))
            {
                match = new ParkedCall(parent, method, encoded);
                return method.Replayed ? CallAction.Park : CallAction.Serve;
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

    /// <summary>Puts a served call where its recorded completion will be released.</summary>
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

    /// <summary>The divergence of a call that can't wait for its turn.</summary>
    public ReplayDivergenceException DivergeUnparkable(ParkedCall call)
    {
        lock (gate)
        {
            return Diverge(call);
        }
    }

    /// <inheritdoc/>
    public bool Release()
    {
        PendingCall? next;
        ParkedCall? stuck = null;
        Action? resume;
        ReplayDivergenceException? divergence = null;
        lock (gate)
        {
            resume = TakeDueParked();
            next = null;
            if (resume is null && !pending.TryDequeue(out next, out _) && parked.Count > 0)
            {
                stuck = parked[0];
                parked.RemoveAt(0);
                divergence = Diverge(stuck);
            }
        }

        if (next is not null)
        {
            Log.NoteReleased(next.End);
            next.Release();
        }
        else if (resume is not null)
        {
            resume();
        }
        else
        {
            stuck?.Fail?.Invoke(divergence!);
        }

        return next is not null || resume is not null || stuck is not null;
    }

    /// <summary>Reports the recorded calls that the code never made, those inside a call or in the whole session.</summary>
    public void ReportMissing(ScriptCall inside)
    {
        lock (gate)
        {
            foreach (var call in inside.Unused.ToList())
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

            foreach (var call in inside.Children.Where(child => child is { IsReplayed: true, Used: true }))
            {
                ReportMissing(call);
            }
        }
    }

    /// <summary>The next value of a source that code inside a call reads.</summary>
    public ValueCapturedEvent Capture(ScriptCall call, CaptureSource source, string? name)
    {
        Log.ThrowIfDiverged();
        lock (gate)
        {
            return call.TakeCapture(source, name) ?? throw Log.Add(
                DivergenceKind.CapturedValueExhausted,
                $"The code reads {Describe(source, name)} once more than when it was recorded.",
                "If the read was added on purpose, record the session again.",
                call,
                call.Recorded?.Start);
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
        Log.NoteMatched(call);
        if (!call.IsReplayed)
        {
            Served++;
        }
    }

    private Action? TakeDueParked()
    {
        foreach (var call in parked)
        {
            if (matcher.Due(call.Parent, call.Method) is { } due && matcher.Matches(due, call.Method, call.Arguments))
            {
                parked.Remove(call);
                Take(due);
                return () => call.Resume!(due);
            }
        }

        return null;
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
            var changed = due.Recorded.Method.Signature != method.Signature ? " Its signature has changed since." : "";
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

    /// <summary>What a collecting replay goes on with: the recorded call, or the body of a replayed one without a recording.</summary>
    private ScriptCall? Recover(RecordedMethod method, ScriptCall? due, ScriptCall? later)
    {
        var call = later ?? (due?.Recorded!.Method.Name == method.Name ? due : null);
        if (call is not null)
        {
            Take(call);
            return call;
        }

        return method.Replayed ? new ScriptCall() : null;
    }
}
