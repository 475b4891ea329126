using System.Diagnostics;
using Reenact.Shims;

namespace Reenact.Replaying;

/// <content>Calls that a plan has live, or overrides, and what follows from them.</content>
internal sealed partial class ReplayEngine
{
    /// <summary>How many recorded calls under one parent are looked at for the place of a live call.</summary>
    private const int LookAhead = 256;

    /// <summary>How many recorded calls of its method a live call is compared with.</summary>
    private const int Compared = 8;

    private readonly List<LiveCall> liveCalls = [];
    private readonly List<LiveCall> running = [];
    private readonly Dictionary<string, int> overridden = new(StringComparer.Ordinal);
    private ResolvedPlan? plan;
    private bool hasRunLive;

    /// <summary>What the replay does otherwise than serve; null where it only serves.</summary>
    public ResolvedPlan? Plan
    {
        get => plan;
        set
        {
            plan = value;
            forkAt = value?.Plan.ForkEvent ?? long.MaxValue;
        }
    }

    /// <summary>Starts a call that the plan has live or overrides, or one that follows from such calls.</summary>
    /// <returns>What its shim does; null for a call that is served, or run, as in any replay.</returns>
    private CallAction? StartPlanned(ScriptCall parent, RecordedMethod method, byte[] arguments, out object match)
    {
        match = null!;
        if (IsBeyondFork(parent, method, arguments))
        {
            RefuseLeftOver(method);
            PassFork(parent, method, arguments);
            return method.Replayed ? RunAfterChange(parent, method, arguments, out match) : StartAfterFork(parent, method, arguments, out match);
        }

        if (!method.Replayed && (plan!.IsLive(method) || plan.MayOverride(method)))
        {
            var place = FindPlace(parent, method, arguments);
            if (plan.OverrideOf(method, place) is { } planned)
            {
                match = Begin(method, place, planned, arguments);
                return CallAction.Serve;
            }

            if (plan.IsLive(method))
            {
                RefuseLeftOver(method);
                match = Begin(method, place, planned: null, arguments);
                return CallAction.Run;
            }
        }

        if (!Log.HasChanged)
        {
            return hasRunLive ? TakeElsewhere(parent, method, arguments, out match) : null;
        }

        return method.Replayed ? RunAfterChange(parent, method, arguments, out match) : ServeAfterChange(parent, method, arguments, out match);
    }

    /// <summary>Refuses a call that would run live, or isn't recorded, after the session's code has ended: the loser of a race, say, that goes on.</summary>
    private void RefuseLeftOver(RecordedMethod method)
    {
        if (Pump.IsDraining)
        {
            Log.HasChanged = true; // What the code leaves undone then follows from that.
            throw Unrecorded(method);
        }
    }

    /// <summary>
    /// The recorded call in whose place a call is made that need not be the same: the one whose turn it is, one with the same arguments, or
    /// the next of the method.
    /// </summary>
    private ScriptCall? FindPlace(ScriptCall parent, RecordedMethod method, ReadOnlyMemory<byte> arguments)
    {
        if (Due(parent, method) is { } due && matcher.Matches(due, method, arguments.Span))
        {
            return due;
        }

        var from = From(parent, method);
        var same = FindSame(parent.Unused.SkipWhile(call => call.Sequence < from), method, arguments, out var next);
        return same ?? (from > 0 ? FindSame(parent.Unused.TakeWhile(call => call.Sequence < from), method, arguments, out _) : null) ?? next;
    }

    /// <summary>The first of some recorded calls that has the same arguments, and the first of the method.</summary>
    private ScriptCall? FindSame(IEnumerable<ScriptCall> calls, RecordedMethod method, ReadOnlyMemory<byte> arguments, out ScriptCall? next)
    {
        next = null;
        var left = Compared;
        foreach (var call in calls.Take(LookAhead))
        {
            if (!matcher.IsOf(call, method))
            {
                continue;
            }

            if (matcher.Matches(call, method, arguments.Span))
            {
                return call;
            }

            next ??= call;
            if (--left == 0)
            {
                break;
            }
        }

        return null;
    }

    private LiveCall Begin(RecordedMethod method, ScriptCall? place, PlannedOverride? planned, byte[] arguments)
    {
        var number = 0;
        if (planned is not null)
        {
            overridden.TryGetValue(method.Name, out number);
            overridden[method.Name] = ++number;
        }

        var call = new LiveCall(method, place, planned)
        {
            Number = number,
            SameArguments = place is not null && matcher.Matches(place, method, arguments),
            Turn = place?.LastEvent,
        };
        if (place is not null)
        {
            TakePlace(place);
        }

        liveCalls.Add(call);
        if (planned is null)
        {
            hasRunLive = true;
            running.Add(call);
        }

        return call;
    }

    /// <summary>A served call after a result has changed: also one that was recorded at another place.</summary>
    private CallAction? ServeAfterChange(ScriptCall parent, RecordedMethod method, byte[] arguments, out object match)
    {
        if (TakeElsewhere(parent, method, arguments, out match) is { } action)
        {
            return action;
        }

        if (Due(parent, method) is { } due && matcher.Matches(due, method, arguments))
        {
            return null;
        }

        RefuseLeftOver(method);
        match = Options.ContinueOnDivergence ? ResyncAfterChange(parent, method, arguments) : throw DivergeAfterChange(parent, method, arguments, NextOf(parent, method));
        return CallAction.Serve;
    }

    /// <summary>
    /// A call that is not the one whose turn it is, but was recorded at another place: live calls take another time than recorded ones, so that
    /// what is in flight at once can come otherwise.
    /// </summary>
    /// <returns>Null for a call whose turn it is, and for one that was not recorded.</returns>
    private CallAction? TakeElsewhere(ScriptCall parent, RecordedMethod method, byte[] arguments, out object match)
    {
        match = null!;
        var due = Due(parent, method);
        if ((due is not null && matcher.Matches(due, method, arguments)) || matcher.OutOfTurn(parent, method, arguments) is not { } later)
        {
            return null;
        }

        if (!PassOver(parent, method, later))
        {
            NoteOrder(parent, method, arguments, due, later);
        }

        Take(later);
        match = later;
        return method.Replayed ? CallAction.Run : CallAction.Serve;
    }

    /// <summary>A replayed method after a result has changed, or after the fork: it runs, whether it was recorded or not.</summary>
    private CallAction? RunAfterChange(ScriptCall parent, RecordedMethod method, byte[] arguments, out object match)
    {
        var place = FindPlace(parent, method, arguments);
        if (place is null)
        {
            Extra++;
            NoteUnexpected(parent, method, arguments);
            match = new ScriptCall();
            return CallAction.Run;
        }

        if (!matcher.Matches(place, method, arguments))
        {
            NoteArguments(parent, method, arguments, place);
        }

        Take(place);
        match = place;
        return CallAction.Run;
    }

    /// <summary>A call that was parked, and has no turn any more, because a result has changed; null where none has.</summary>
    private Action? TakeAfterChange(ParkedCall call)
    {
        if (!(Log.HasChanged || hasRunLive) || matcher.OutOfTurn(call.Parent, call.Method, call.Arguments) is not { } later)
        {
            return null;
        }

        NoteOrder(call.Parent, call.Method, call.Arguments, Due(call.Parent, call.Method), later);
        Take(later);
        StartLate(later, call);
        return () => call.Resume!(later);
    }

    /// <summary>Where the replay is recorded: a call that waited for its turn starts then.</summary>
    private static void StartLate(ScriptCall taken, ParkedCall call)
    {
        if (call.Parent.Forked is { } inside)
        {
            inside.NoteUnordered(); // On a replay of the new recording, nothing holds it back.
            taken.Forked = inside.Start(call.Method, call.Arguments, isLate: true);
        }
    }

    private void TakePlace(ScriptCall place)
    {
        place.Use();
        NoteTaken(place);
        Pump.NoteProgress();
        Log.NoteMatched(place);
    }

    /// <summary>Lets a live call that has come to its end, or to its next item, go on when its recorded turn comes; at once where it has none.</summary>
    public void ReleaseLive(LiveCall call, Action end)
    {
        lock (gate)
        {
            call.RunsSince = null;
            if (call is { Turn: { } turn, Place: { } place })
            {
                script.Awaited.Add(place, turn, new AwaitedAction(end));
                call.Turn = null;
                Pump.Wake();
                return;
            }
        }

        Pump.PostCompletion(end);
    }

    /// <summary>A live stream goes on: what was recorded to come after its next item waits for that.</summary>
    public void ResumeLive(LiveCall call)
    {
        lock (gate)
        {
            call.RunsSince = Stopwatch.GetTimestamp();
            call.Turn = call.Place?.Stream.Next;
            running.Add(call);
        }
    }

    /// <summary>A live stream has come to an item.</summary>
    public void SuspendLive(LiveCall call)
    {
        lock (gate)
        {
            call.RunsSince = null;
            call.Turn = null;
            running.Remove(call);
        }
    }

    /// <summary>Whether something that was recorded at a number waits for a live call that came before it; what has no number waits for all.</summary>
    private bool IsHeldUp(long sequence)
    {
        if (running.Count == 0 || Pump.IsDraining)
        {
            return false;
        }

        foreach (var call in running)
        {
            if (call.RunsSince is not null && (sequence == long.MaxValue || call.Turn?.Sequence < sequence))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether a call runs live now: it can take its time.</summary>
    public bool AwaitsLive
    {
        get
        {
            lock (gate)
            {
                return running.Exists(static call => call.RunsSince is not null);
            }
        }
    }

    /// <summary>A call that has run live for longer than it may; null when there is none.</summary>
    public LiveCall? OverdueLive
    {
        get
        {
            lock (gate)
            {
                return running.Find(call => call.RunsSince is { } since && Stopwatch.GetElapsedTime(since) >= Options.LiveTimeout);
            }
        }
    }
}
