using Reenact.Events;

namespace Reenact.Comparing;

/// <summary>What the calls of a session took and cost, and how they failed.</summary>
internal sealed class SessionTotals
{
    private readonly Dictionary<string, List<TimeSpan>> times = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Method, string Type), long> failures = [];

    public decimal? Cost { get; private set; }

    public static SessionTotals Of(ComparedSide side, IReadOnlyDictionary<string, ModelPrice>? prices)
    {
        var totals = new SessionTotals { Cost = prices is null ? null : 0 };
        var isFork = side.Start?.ParentSession is not null;
        var waiting = new Stack<RecordedSpan>(side.Calls);
        while (waiting.TryPop(out var call))
        {
            totals.Add(call, isFork, prices);
            foreach (var child in call.Children)
            {
                waiting.Push(child);
            }
        }

        return totals;
    }

    public static IReadOnlyList<ComparedLatency> Latencies(SessionTotals before, SessionTotals after) =>
    [
        .. from method in before.times.Keys.Union(after.times.Keys).Order(StringComparer.Ordinal)
           select new ComparedLatency(
               method, LatencySummary.Of(before.times.GetValueOrDefault(method)), LatencySummary.Of(after.times.GetValueOrDefault(method))),
    ];

    public static IReadOnlyList<ComparedFailures> Failures(SessionTotals before, SessionTotals after) =>
    [
        .. from failure in before.failures.Keys.Union(after.failures.Keys)
           orderby failure.Method, failure.Type
           select new ComparedFailures(failure.Method, failure.Type, before.failures.GetValueOrDefault(failure), after.failures.GetValueOrDefault(failure)),
    ];

    private void Add(RecordedSpan call, bool isFork, IReadOnlyDictionary<string, ModelPrice>? prices)
    {
        // What a fork was served took no time, and cost nothing again.
        if (isFork && !call.Start.Live && call.Method.Kind != CallKind.Agent)
        {
            return;
        }

        if (call.LastEvent is { } end && end.Time >= call.Start.Time)
        {
            if (!times.TryGetValue(call.Method.Name, out var taken))
            {
                times.Add(call.Method.Name, taken = []);
            }

            taken.Add(end.Time - call.Start.Time);
        }

        if (call.End is CallFailedEvent failed)
        {
            var key = (call.Method.Name, failed.Failure.Type);
            failures[key] = failures.GetValueOrDefault(key) + 1;
        }

        if (prices is not null && call is { Method.Kind: CallKind.Model, End: CallReturnedEvent returned } && ModelUsage.Of(returned.Result) is { } usage)
        {
            Cost += usage.Cost(prices);
        }
    }
}
