using Reenact.Events;
using Reenact.States;

namespace Reenact.Replaying;

/// <summary>Finds calls in a recording and counts those that a replay serves, by reading on from the start and keeping little.</summary>
internal static class CallPlaces
{
    /// <summary>Finds the first call.</summary>
    /// <exception cref="InvalidOperationException">The recording has none.</exception>
    public static CallStartedEvent First(Recording recording) =>
        recording.ReadEvents().OfType<CallStartedEvent>().FirstOrDefault()
        ?? throw new InvalidOperationException($"{recording.Path} has no calls, so there are no inputs to read.");

    /// <summary>Finds a call that replayed code makes.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such call, or it is part of one that is served.</exception>
    public static CallStartedEvent Find(Recording recording, long span)
    {
        var calls = new Dictionary<long, (long Parent, MethodDefinition Method)>();
        foreach (var start in recording.ReadEvents().OfType<CallStartedEvent>())
        {
            if (!calls.TryAdd(start.Span, (start.ParentSpan, start.Method)) || start.Span != span)
                continue;

            // The outermost call around it that is served says what to replay instead.
            (long Span, MethodDefinition Method)? served = null;
            for (var parent = start.ParentSpan; calls.TryGetValue(parent, out var around); parent = around.Parent)
            {
                if (around.Method.Kind != CallKind.Agent)
                    served = (parent, around.Method);
            }

            return served is not { } outer
                ? start
                : throw new ArgumentOutOfRangeException(
                    nameof(span), span,
                    $"Call {span} of {CallPrinter.Shorten(start.Method.Name)} was made inside {CallPrinter.Shorten(outer.Method.Name)}, whose body does not run on replay. Replay that call, span {outer.Span}, instead.");
        }

        throw new ArgumentOutOfRangeException(
            nameof(span), span, $"{recording.Path} has no call of span {span}. It has {(calls.Count == 0 ? "no calls" : $"{calls.Count} calls, spans {calls.Keys.Min()} to {calls.Keys.Max()}")}; reenact show --json lists them.");
    }

    /// <summary>Counts the calls that a replay serves inside a call, from an event to its end.</summary>
    /// <param name="recording">The recording.</param>
    /// <param name="span">The call; 0 for the session itself.</param>
    /// <param name="first">The event.</param>
    /// <param name="only">The only call inside it that counts, with what is inside that; null for all.</param>
    public static int CountServed(Recording recording, long span, long first, long? only)
    {
        var count = 0;
        var replayed = new HashSet<long> { span };
        foreach (var happened in recording.ReadEvents(first))
        {
            if (happened is CallReturnedEvent or CallFailedEvent && happened.Span == (only ?? span) && happened.Span != 0)
                break;
            if (happened is not CallStartedEvent start || !replayed.Contains(start.ParentSpan) || (start.ParentSpan == span && only is { } call && start.Span != call))
                continue;

            if (start.Method.Kind == CallKind.Agent)
                replayed.Add(start.Span);
            else
                count++;
        }

        return count;
    }

    /// <summary>The place of a parameter.</summary>
    /// <exception cref="ArgumentException">The method has none of that name.</exception>
    public static int ParameterOf(CallStartedEvent call, string name)
    {
        var place = call.Method.ParameterNames.ToList().IndexOf(name);
        return place >= 0
            ? place
            : throw new ArgumentException(
                $"{CallPrinter.Shorten(call.Method.Name)} has no recorded parameter \"{name}\". It has {NamesText.List(call.Method.ParameterNames, "no recorded parameters")}.", nameof(name));
    }
}
