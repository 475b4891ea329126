namespace Reenact.Comparing;

/// <summary>Measures two sets and gathers what differs. Not thread-safe.</summary>
internal sealed class DriftMeasurement(PairedSets sets, DriftOptions options)
{
    /// <summary>With fewer sessions (or pairs) nothing is said.</summary>
    private const int FewestSessions = 5;

    /// <summary>A quantile needs that many values beyond it, on its rarer side, to have an interval that holds.</summary>
    private const int FewestBeyond = 5;
    private const double Power = 0.8;

    private static readonly double Detectable = NormalDistribution.Quantile(0.5 + (Estimate.Confidence / 2)) + NormalDistribution.Quantile(Power);

    private readonly List<(DriftMeasure Measure, Estimate Estimate)> measures = [];
    private readonly List<LatencyMeasure> latencies = [];

    public void AddShare(string name, Func<SessionMeasures, bool> isHit)
    {
        double Value(SessionMeasures session) => isHit(session) ? 1 : 0;
        var (before, after) = sets.Means(Value);
        var estimate = IsTooFew
            ? Estimate.None(after - before, IntervalMethod.Newcombe)
            : sets.IsOneToOne ? PairedShares(isHit) : sets.IsPaired
                ? Means.Paired(sets.Differences(Value))
                : Proportions.Independent(sets.Before.Count(isHit), sets.Before.Count, sets.After.Count(isHit), sets.After.Count);
        Add(name, DriftStatistic.Share, "share", before, after, estimate);
    }

    public void AddMean(string name, string unit, Func<SessionMeasures, double> value)
    {
        var (before, after) = sets.Means(value);
        var estimate = IsTooFew
            ? Estimate.None(after - before, IntervalMethod.Welch)
            : sets.IsPaired ? Means.Paired(sets.Differences(value)) : Means.Independent([.. sets.Before.Select(value)], [.. sets.After.Select(value)]);
        Add(name, DriftStatistic.Mean, unit, before, after, estimate);
    }

    /// <summary>Adds the median and the 95th percentile of times; a session has none, one or many.</summary>
    public void AddLatency(string name, Func<SessionMeasures, LatencyHistogram?> times)
    {
        var before = new Quantiles.Sample(Entries(sets.Before, sets.GroupsBefore, times));
        var after = new Quantiles.Sample(Entries(sets.After, sets.GroupsAfter, times));
        latencies.Add(new LatencyMeasure(name, DriftStatistic.Median, 0.5, before, after, new double[options.Resamples]));
        latencies.Add(new LatencyMeasure(name, DriftStatistic.P95, 0.95, before, after, new double[options.Resamples]));
    }

    /// <summary>All measures, judged.</summary>
    public IReadOnlyList<DriftMeasure> Finish()
    {
        Resample();
        foreach (var latency in latencies)
        {
            var (before, after) = (latency.Before.Quantile(latency.Share, Once(sets.GroupsBefore)), latency.After.Quantile(latency.Share, Once(sets.GroupsAfter)));
            var needed = FewestBeyond / (1 - latency.Share);
            var estimate = IsTooFew || Math.Min(latency.Before.Total, latency.After.Total) < needed
                ? Estimate.None(after - before, IntervalMethod.Bootstrap)
                : Quantiles.Of(after - before, latency.Resampled);
            Add(latency.Name, latency.Statistic, "seconds", before, after, estimate);
        }

        // What has no interval, or is the same in every session, is no question, and does not make the others less sure.
        var adjusted = HolmAdjustment.Adjust([.. measures.Where(measure => IsQuestion(measure.Estimate)).Select(measure => measure.Estimate.Probability)]);
        var next = 0;
        return
        [
            .. from measure in measures
               select double.IsNaN(measure.Estimate.Low)
                   ? measure.Measure
                   : Judge(measure.Measure, measure.Estimate, IsQuestion(measure.Estimate) ? adjusted[next++] : 1),
        ];
    }

    private static bool IsQuestion(Estimate estimate) => !double.IsNaN(estimate.Low) && (estimate.Error > 0 || estimate.Difference != 0);

    private bool IsTooFew => (sets.IsPaired ? sets.Pairs : Math.Min(sets.Before.Count, sets.After.Count)) < FewestSessions;

    private static int[] Once(int[] groups)
    {
        var weights = new int[groups.Length == 0 ? 0 : groups.Max() + 1];
        Array.Fill(weights, 1);
        return weights;
    }

    private static List<Quantiles.Entry> Entries(IReadOnlyList<SessionMeasures> sessions, int[] groups, Func<SessionMeasures, LatencyHistogram?> times) =>
    [
        .. from index in Enumerable.Range(0, sessions.Count)
           from bin in times(sessions[index])?.Counts ?? new Dictionary<int, int>()
           select new Quantiles.Entry(bin.Key, groups[index], bin.Value),
    ];

    private Estimate PairedShares(Func<SessionMeasures, bool> isHit)
    {
        var counts = new int[4];
        var after = sets.After.Zip(sets.GroupsAfter).ToDictionary(session => session.Second, session => isHit(session.First));
        for (var index = 0; index < sets.Before.Count; index++)
        {
            counts[(isHit(sets.Before[index]) ? 0 : 2) + (after[sets.GroupsBefore[index]] ? 0 : 1)]++;
        }

        return Proportions.Paired(both: counts[0], onlyBefore: counts[1], onlyAfter: counts[2], neither: counts[3]);
    }

    private void Resample()
    {
        if (latencies.Count == 0 || IsTooFew)
        {
            return;
        }

        var random = new ResamplingRandom((ulong)options.Seed);
        var before = new int[sets.IsPaired ? sets.Pairs : sets.Before.Count];
        var after = sets.IsPaired ? before : new int[sets.After.Count];
        for (var round = 0; round < options.Resamples; round++)
        {
            Draw(ref random, before);
            if (!sets.IsPaired)
            {
                Draw(ref random, after);
            }

            foreach (var latency in latencies)
            {
                latency.Resampled[round] = latency.After.Quantile(latency.Share, after) - latency.Before.Quantile(latency.Share, before);
            }
        }
    }

    private static void Draw(ref ResamplingRandom random, int[] weights)
    {
        Array.Clear(weights);
        for (var left = weights.Length; left > 0; left--)
        {
            weights[random.Next(weights.Length)]++;
        }
    }

    private void Add(string name, DriftStatistic statistic, string unit, double before, double after, Estimate estimate) => measures.Add((
        new DriftMeasure
        {
            Name = name,
            Statistic = statistic,
            Unit = unit,
            Before = before,
            After = after,
            Difference = estimate.Difference,
            Low = estimate.Low,
            High = estimate.High,
            Probability = estimate.Probability,
            AdjustedProbability = 1,
            Method = estimate.Method,
            Verdict = DriftVerdict.TooFew,
            SessionsNeeded = null,
        },
        estimate));

    private DriftMeasure Judge(DriftMeasure measure, Estimate estimate, double adjusted)
    {
        var alpha = 1 - Estimate.Confidence;
        var verdict = adjusted < alpha ? DriftVerdict.BeyondChance : estimate.Probability < alpha ? DriftVerdict.Unclear : DriftVerdict.WithinChance;
        return measure with
        {
            AdjustedProbability = adjusted,
            Verdict = verdict,
            SessionsNeeded = verdict == DriftVerdict.BeyondChance ? null : Needed(estimate),
        };
    }

    /// <summary>The usual sample size for a mean or share: n = (z₀.₉₇₅ + z₀.₈)² · variance ÷ difference².</summary>
    private long? Needed(Estimate estimate)
    {
        if (estimate.Difference == 0 || estimate.Error == 0 || double.IsNaN(estimate.Error))
        {
            return null;
        }

        // The error is that of this many sessions in each set.
        var sessions = sets.IsPaired ? sets.Pairs : 2 / ((1.0 / sets.Before.Count) + (1.0 / sets.After.Count));
        var ratio = Detectable * estimate.Error / estimate.Difference;
        return (long)Math.Ceiling(Math.Min(1e12, ratio * ratio * sessions));
    }

    private sealed record LatencyMeasure(
        string Name, DriftStatistic Statistic, double Share, Quantiles.Sample Before, Quantiles.Sample After, double[] Resampled);
}
