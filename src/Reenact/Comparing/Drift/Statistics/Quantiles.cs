namespace Reenact.Comparing;

/// <summary>
/// Differences of quantiles, with intervals from sampling again: B. Efron and R. J. Tibshirani, "An Introduction to the Bootstrap"
/// (1993), chapter 13, the percentile interval. What is drawn is whole sessions (or tasks), because the calls of one session depend on
/// each other.
/// </summary>
internal static class Quantiles
{
    /// <summary>One value in many sessions: how many times are in which bin.</summary>
    /// <param name="Bin">The bin of a <see cref="LatencyHistogram"/>.</param>
    /// <param name="Group">What is drawn: a session, or a task.</param>
    /// <param name="Count">How many times.</param>
    internal readonly record struct Entry(int Bin, int Group, int Count);

    /// <summary>The times of all sessions of one side, ascending.</summary>
    internal sealed class Sample(List<Entry> entries)
    {
        private readonly Entry[] sorted = [.. entries.OrderBy(entry => entry.Bin)];

        public long Total { get; } = entries.Sum(entry => (long)entry.Count);

        /// <summary>The quantile (nearest rank), in seconds.</summary>
        /// <param name="share">Which, from 0 to 1.</param>
        /// <param name="weights">How often each group was drawn.</param>
        /// <returns>NaN when nothing was drawn.</returns>
        public double Quantile(double share, int[] weights)
        {
            long total = 0;
            foreach (var entry in sorted)
            {
                total += (long)entry.Count * weights[entry.Group];
            }

            var rank = Math.Max(1, (long)Math.Ceiling(share * total));
            foreach (var entry in sorted)
            {
                rank -= (long)entry.Count * weights[entry.Group];
                if (rank <= 0)
                {
                    return LatencyHistogram.Seconds(entry.Bin);
                }
            }

            return double.NaN;
        }
    }

    /// <summary>The estimate that belongs to the differences of samples drawn again.</summary>
    /// <param name="difference">The difference in the samples themselves.</param>
    /// <param name="resampled">The differences in those drawn again.</param>
    public static Estimate Of(double difference, double[] resampled)
    {
        var sorted = resampled.Where(value => !double.IsNaN(value)).Order().ToArray();
        if (sorted.Length < resampled.Length / 2)
        {
            return Estimate.None(difference, IntervalMethod.Bootstrap);
        }

        var tail = (1 - Estimate.Confidence) / 2;
        var atMostZero = sorted.Count(value => value <= 0) + 1.0;
        var atLeastZero = sorted.Count(value => value >= 0) + 1.0;
        var probability = Math.Min(1, 2 * Math.Min(atMostZero, atLeastZero) / (sorted.Length + 1));
        var (_, variance) = Means.Moments(sorted);
        return new Estimate(difference, Rank(tail), Rank(1 - tail), probability, Math.Sqrt(variance), IntervalMethod.Bootstrap);

        double Rank(double share) => sorted[(int)Math.Clamp(Math.Ceiling(share * sorted.Length) - 1, 0, sorted.Length - 1)];
    }
}
