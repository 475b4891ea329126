using Reenact.Events;
using Reenact.Shims;

namespace Reenact.Replaying;

/// <content>
/// How a replay that collects divergences, or in which something was changed on purpose, finds its way back: each departure is reported once, and what is the same behind it matches again.
/// </content>
internal sealed partial class ReplayEngine
{
    private readonly Dictionary<(ScriptCall Parent, string Method), ResyncPlace> places = [];
    private readonly Dictionary<string, ScriptCall> lastServed = new(StringComparer.Ordinal);

    /// <summary>The recorded call whose turn it is under a parent, those that were passed over left out.</summary>
    private ScriptCall? Due(ScriptCall parent, RecordedMethod method)
    {
        var from = From(parent, method);
        return from == 0
            ? matcher.Due(parent, method)
            : parent.Unused.FirstOrDefault(child => child.Sequence >= from && (Options.MatchOrder == MatchOrder.Strict || matcher.IsOf(child, method)));
    }

    /// <summary>What a collecting replay goes on with where a call is not the one whose turn it is.</summary>
    /// <returns>A recorded call, or the body of a replayed one without a recording; null where there is no result to go on with.</returns>
    private ScriptCall? Resync(
        ScriptCall parent, RecordedMethod method, ReadOnlyMemory<byte> arguments, ScriptCall? due, ScriptCall? later, out ReplayDivergenceException? divergence)
    {
        var place = PlaceOf(parent, method);
        divergence = null;
        if (TakePutIn(place, method, arguments, AddedRemedy) is { } guess)
        {
            return guess;
        }

        if (later is not null)
        {
            var wasPassed = later.Sequence < place.From;
            place.From = later.Sequence + 1;
            if (!wasPassed)
            {
                Take(later); // What is before it is missing, unless the code makes it yet.
                return later;
            }

            divergence = DivergeMoved(parent, method, arguments, later);
            later.Use();
            return later;
        }

        divergence = Diverge(parent, method, arguments, due, later: null);
        if (due is not null && due.Method.Name == method.Name)
        {
            due.Use(); // It is over with, but it did not match.
            if (CallMatcher.IsServedOnly(due, method))
            {
                return new ScriptCall();
            }

            place.AddGuess(due, divergence.Divergence);
            return due;
        }

        return method.Replayed ? new ScriptCall() : StandIn(parent, method);
    }

    /// <summary>
    /// The same for a served call that the code makes because something was changed on purpose, and that the recording doesn't have: the next call of its
    /// method under its parent is taken for it.
    /// </summary>
    /// <exception cref="ReplayDivergenceException">There is no result to go on with.</exception>
    private ScriptCall ResyncAfterChange(ScriptCall parent, RecordedMethod method, ReadOnlyMemory<byte> arguments)
    {
        var place = PlaceOf(parent, method);
        if (TakePutIn(place, method, arguments, remedy: null) is { } guess)
        {
            return guess;
        }

        var next = NextOf(parent, method);
        var divergence = DivergeAfterChange(parent, method, arguments, next);
        if (next is not null)
        {
            next.Use(); // It is over with, but it did not match.
            place.AddGuess(next, divergence.Divergence);
            return next;
        }

        return StandIn(parent, method) ?? throw divergence;
    }

    /// <summary>The recorded call that a call is, where another with other arguments was taken for it before: that one was put in.</summary>
    /// <param name="place">Where the replay is.</param>
    /// <param name="method">The method that is called.</param>
    /// <param name="arguments">Its arguments.</param>
    /// <param name="remedy">What to do about the one that was put in; null for what was said before.</param>
    private ScriptCall? TakePutIn(ResyncPlace place, RecordedMethod method, ReadOnlyMemory<byte> arguments, string? remedy)
    {
        if (place.TakeGuess(call => matcher.IsOf(call, method) && matcher.Differences(call, method, arguments.Span).Count == 0) is not { } guess)
        {
            return null;
        }

        Log.Replace(guess.Divergence, PutIn(guess.Divergence, guess.Call, remedy ?? guess.Divergence.Remedy));
        Extra++;
        Take(guess.Call);
        return guess.Call;
    }

    /// <summary>A call whose result stands in for one that the recording doesn't have. A replay that is recorded has none: it would say what never was.</summary>
    private ScriptCall? StandIn(ScriptCall parent, RecordedMethod method) => parent.Forked is null ? lastServed.GetValueOrDefault(method.Name) : null;

    /// <summary>The next recorded call of a method under a parent, those that were passed over left out.</summary>
    private ScriptCall? NextOf(ScriptCall parent, RecordedMethod method)
    {
        var from = From(parent, method);
        return parent.Unused.SkipWhile(call => call.Sequence < from).Take(LookAhead).FirstOrDefault(call => matcher.IsOf(call, method));
    }

    /// <summary>
    /// Goes on behind a call that is made before its turn, in a recording in which calls come in order: what is before it is missing, unless the code
    /// makes it yet.
    /// </summary>
    /// <returns>False where it was passed over itself, or where its place says nothing.</returns>
    private bool PassOver(ScriptCall parent, RecordedMethod method, ScriptCall later)
    {
        if (script.Exactness == Exactness.Free || later.Sequence < From(parent, method))
        {
            return false;
        }

        PlaceOf(parent, method).From = later.Sequence + 1;
        return true;
    }

    /// <summary>Calls under a parent that are recorded before this event, and that the code has not made, were passed over.</summary>
    private long From(ScriptCall parent, RecordedMethod method) =>
        places.Count > 0 && places.TryGetValue(PlaceKey(parent, method), out var place) ? place.From : 0;

    private ResyncPlace PlaceOf(ScriptCall parent, RecordedMethod method)
    {
        var key = PlaceKey(parent, method);
        if (!places.TryGetValue(key, out var place))
        {
            places.Add(key, place = new ResyncPlace());
        }

        return place;
    }

    /// <summary>Remembers a call whose result can stand in for one that the recording doesn't have.</summary>
    private void NoteServed(ScriptCall call)
    {
        if (Options.ContinueOnDivergence && call.NextOwn is CallReturnedEvent or null && call.ReadStreamEnd is null)
        {
            lastServed[call.Method.Name] = call;
        }
    }

    private (ScriptCall Parent, string Method) PlaceKey(ScriptCall parent, RecordedMethod method) =>
        (parent, Options.MatchOrder == MatchOrder.Strict ? "" : method.Name);

    /// <summary>What looked like a call with other arguments was put in: the recorded one came after it.</summary>
    private static Divergence PutIn(Divergence changed, ScriptCall recorded, string remedy) => changed with
    {
        Kind = DivergenceKind.UnexpectedCall,
        Message = $"The code makes a call of {CallPrinter.Shorten(recorded.Method.Name)} that the recording doesn't have; the recorded one comes after it.",
        Remedy = remedy,
        Path = null,
        Differences = [],
    };
}
