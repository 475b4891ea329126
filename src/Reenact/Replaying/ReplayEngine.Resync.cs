using Reenact.Events;
using Reenact.Shims;

namespace Reenact.Replaying;

/// <content>
/// How a replay that collects divergences finds its way back: each departure is reported once, and what is the same behind it matches again.
/// </content>
internal sealed partial class ReplayEngine
{
    private readonly Dictionary<(ScriptCall Parent, string Method), ResyncPlace> places = [];
    private readonly Dictionary<string, ScriptCall> lastServed = new(StringComparer.Ordinal);

    /// <summary>The recorded call whose turn it is under a parent, those that were passed over left out.</summary>
    private ScriptCall? Due(ScriptCall parent, RecordedMethod method)
    {
        if (places.Count == 0 || !places.TryGetValue(PlaceKey(parent, method), out var place) || place.From == 0)
        {
            return matcher.Due(parent, method);
        }

        return parent.Unused.FirstOrDefault(child => child.Sequence >= place.From && (Options.MatchOrder == MatchOrder.Strict || matcher.IsOf(child, method)));
    }

    /// <summary>What a collecting replay goes on with where a call is not the one whose turn it is.</summary>
    /// <returns>A recorded call, or the body of a replayed one without a recording; null where there is no result to go on with.</returns>
    private ScriptCall? Resync(
        ScriptCall parent, RecordedMethod method, ReadOnlyMemory<byte> arguments, ScriptCall? due, ScriptCall? later, out ReplayDivergenceException? divergence)
    {
        var key = PlaceKey(parent, method);
        if (!places.TryGetValue(key, out var place))
        {
            places.Add(key, place = new ResyncPlace());
        }

        divergence = null;
        if (place.TakeGuess(call => matcher.IsOf(call, method) && matcher.Differences(call, method, arguments.Span).Count == 0) is { } guess)
        {
            Log.Replace(guess.Divergence, PutIn(guess.Divergence, guess.Call));
            Extra++;
            Take(guess.Call);
            return guess.Call;
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
            place.AddGuess(due, divergence.Divergence);
            return due;
        }

        return method.Replayed ? new ScriptCall() : lastServed.GetValueOrDefault(method.Name);
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
    private static Divergence PutIn(Divergence changed, ScriptCall recorded) => changed with
    {
        Kind = DivergenceKind.UnexpectedCall,
        Message = $"The code makes a call of {CallPrinter.Shorten(recorded.Method.Name)} that the recording doesn't have; the recorded one comes after it.",
        Remedy = AddedRemedy,
        Path = null,
        Differences = [],
    };
}
