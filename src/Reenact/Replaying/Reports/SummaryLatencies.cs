namespace Reenact.Replaying.Reports;

/// <summary>
/// How long replayed methods took in many replays, then and now. Percentiles of replays can't be made into one of all their calls: of each method it
/// keeps the median of the replays' medians, and the highest of their 95th percentiles. In bounded memory; not thread-safe.
/// </summary>
internal sealed class SummaryLatencies
{
    /// <summary>So many methods are kept, those that come first; there are no more in any real agent.</summary>
    public const int MostMethods = 256;

    private readonly Dictionary<string, Sample> methods = new(StringComparer.Ordinal);

    public void Add(LatencyDigest latency)
    {
        if (!methods.TryGetValue(latency.Method, out var sample))
        {
            if (methods.Count == MostMethods)
            {
                return;
            }

            methods.Add(latency.Method, sample = new Sample());
        }

        sample.Add(latency);
    }

    /// <summary>The methods by their names.</summary>
    public IReadOnlyList<SummaryLatency> Build() =>
        [.. methods.OrderBy(static entry => entry.Key, StringComparer.Ordinal).Select(static entry => entry.Value.Build(entry.Key))];

    private sealed class Sample
    {
        private readonly DurationSample recorded = new();
        private readonly DurationSample replayed = new();
        private TimeSpan recordedP95;
        private TimeSpan replayedP95;
        private long calls;

        public void Add(LatencyDigest latency)
        {
            calls += latency.Calls;
            recorded.Add(latency.RecordedMedian);
            replayed.Add(latency.ReplayedMedian);
            recordedP95 = latency.RecordedP95 > recordedP95 ? latency.RecordedP95 : recordedP95;
            replayedP95 = latency.ReplayedP95 > replayedP95 ? latency.ReplayedP95 : replayedP95;
        }

        public SummaryLatency Build(string method) =>
            new(method, recorded.Count, calls, recorded.Percentile(0.5), recordedP95, replayed.Percentile(0.5), replayedP95);
    }
}
