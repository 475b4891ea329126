namespace Reenact.Comparing;

/// <summary>What is measured of two sets.</summary>
internal static class DriftMeasures
{
    /// <summary>Methods that are told apart: those with the most calls.</summary>
    private const int MaxMethods = 50;

    public static IReadOnlyList<DriftMeasure> Of(PairedSets sets, DriftOptions options)
    {
        var measurement = new DriftMeasurement(sets, options);
        List<SessionMeasures> all = [.. sets.Before, .. sets.After];
        AddOutcomes(measurement, all);
        AddCalls(measurement, all);
        AddTokens(measurement, all);
        AddLatencies(measurement, all);
        return measurement.Finish();
    }

    private static void AddOutcomes(DriftMeasurement measurement, List<SessionMeasures> all)
    {
        var outcomes = all.Select(session => session.Summary.Outcome).Distinct().Order().ToList();
        measurement.AddShare("success", session => session.Summary.Outcome == Outcome.Success);

        // With two outcomes, one share tells the other.
        foreach (var outcome in outcomes.Where(outcome => outcome != Outcome.Success && outcomes.Count > 2))
        {
            measurement.AddShare(outcome is null ? "no end" : ComparisonJson.NameOf(outcome.Value), session => session.Summary.Outcome == outcome);
        }
    }

    private static void AddCalls(DriftMeasurement measurement, List<SessionMeasures> all)
    {
        measurement.AddMean("calls", "calls", session => session.CallsByMethod.Values.Sum());
        foreach (var kind in all.SelectMany(session => session.Summary.Calls.Keys).Distinct().Order())
        {
            measurement.AddMean($"{ComparisonJson.NameOf(kind)} calls", "calls", session => session.Summary.Calls.GetValueOrDefault(kind));
        }

        foreach (var method in Methods(all, session => session.CallsByMethod.Select(calls => (calls.Key, calls.Value))))
        {
            measurement.AddMean($"calls of {method}", "calls", session => session.CallsByMethod.GetValueOrDefault(method));
        }

        if (all.Exists(session => session.Summary.FailedCalls > 0))
        {
            measurement.AddShare("sessions with failed calls", session => session.Summary.FailedCalls > 0);
            measurement.AddMean("failed calls", "calls", session => session.Summary.FailedCalls);
        }
    }

    private static void AddTokens(DriftMeasurement measurement, List<SessionMeasures> all)
    {
        if (all.Exists(session => session.Summary.InputTokens + session.Summary.OutputTokens > 0))
        {
            measurement.AddMean("input tokens", "tokens", session => session.Summary.InputTokens);
            measurement.AddMean("cached input tokens", "tokens", session => session.Summary.CachedInputTokens);
            measurement.AddMean("output tokens", "tokens", session => session.Summary.OutputTokens);
        }

        // A session whose cost isn't known would pass for one that cost nothing.
        if (all.TrueForAll(session => session.Cost is not null) && all.Exists(session => session.Cost > 0))
        {
            measurement.AddMean("cost", "cost", session => (double)session.Cost!.Value);
        }
    }

    private static void AddLatencies(DriftMeasurement measurement, List<SessionMeasures> all)
    {
        // Forks were served a part of their session, which took no time.
        if (all.TrueForAll(session => session.ParentSession is null))
        {
            measurement.AddLatency("session duration", session =>
            {
                var one = new LatencyHistogram();
                one.Add(session.Summary.Duration);
                return one;
            });
        }

        foreach (var method in Methods(all, session => session.Latencies.Select(times => (times.Key, times.Value.Total))))
        {
            measurement.AddLatency($"latency of {method}", session => session.Latencies.GetValueOrDefault(method));
        }
    }

    private static IEnumerable<string> Methods(List<SessionMeasures> all, Func<SessionMeasures, IEnumerable<(string Method, long Count)>> counts)
    {
        var totals = new Dictionary<string, long>(StringComparer.Ordinal);
        foreach (var (method, count) in all.SelectMany(counts))
        {
            totals[method] = totals.GetValueOrDefault(method) + count;
        }

        return totals.OrderByDescending(total => total.Value).ThenBy(total => total.Key, StringComparer.Ordinal).Take(MaxMethods).Select(total => total.Key);
    }
}
