namespace Reenact.Comparing;

/// <summary>How long calls took, each with all it waited for. Calls without a recorded end are left out, and so are those that a replay served. Immutable.</summary>
/// <param name="Calls">How many they are.</param>
/// <param name="Median">The median (nearest rank); zero of none.</param>
/// <param name="P95">The 95th percentile (nearest rank); zero of none.</param>
/// <param name="Total">The sum.</param>
public sealed record LatencySummary(long Calls, TimeSpan Median, TimeSpan P95, TimeSpan Total)
{
    internal static LatencySummary Of(List<TimeSpan>? times)
    {
        if (times is null || times.Count == 0)
        {
            return new LatencySummary(0, TimeSpan.Zero, TimeSpan.Zero, TimeSpan.Zero);
        }

        times.Sort();
        return new LatencySummary(times.Count, Rank(times, 0.5), Rank(times, 0.95), TimeSpan.FromTicks(times.Sum(time => time.Ticks)));
    }

    private static TimeSpan Rank(List<TimeSpan> sorted, double share) => sorted[(int)Math.Ceiling(share * sorted.Count) - 1];
}
