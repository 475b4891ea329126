using System.Numerics;

namespace Reenact.Replaying;

/// <summary>
/// How long something took, many times: the median and other percentiles, in bounded memory. They are exact up to 1,024 durations; after
/// that durations are counted in 64 steps for each doubling, and percentiles are right to one in a hundred. Not thread-safe.
/// </summary>
internal sealed class DurationSample
{
    private const int Exact = 1024;
    private const int StepBits = 6;
    private const int Steps = 1 << StepBits;

    private readonly List<long> first = [];
    private int[]? counts;

    /// <summary>How many there are.</summary>
    public int Count { get; private set; }

    public void Add(TimeSpan duration)
    {
        var ticks = Math.Max(0, duration.Ticks);
        Count++;
        if (counts is null && first.Count < Exact)
        {
            first.Add(ticks);
            return;
        }

        if (counts is null)
        {
            counts = new int[(64 - StepBits) * Steps];
            foreach (var earlier in first)
            {
                counts[StepOf(earlier)]++;
            }

            first.Clear();
            first.TrimExcess();
        }

        counts[StepOf(ticks)]++;
    }

    /// <summary>The nearest-rank percentile; zero of nothing.</summary>
    /// <param name="share">From above 0 to 1.</param>
    public TimeSpan Percentile(double share)
    {
        if (Count == 0)
        {
            return TimeSpan.Zero;
        }

        var rank = (int)Math.Ceiling(share * Count) - 1;
        if (counts is null)
        {
            return TimeSpan.FromTicks(first.Order().ElementAt(rank));
        }

        var step = 0;
        for (var left = rank - counts[0]; left >= 0; left -= counts[++step])
        {
        }

        return TimeSpan.FromTicks(MiddleOf(step));
    }

    public DurationSample Copy()
    {
        var copy = new DurationSample { Count = Count, counts = (int[]?)counts?.Clone() };
        copy.first.AddRange(first);
        return copy;
    }

    private static int StepOf(long ticks)
    {
        var shift = Math.Max(0, BitOperations.Log2((ulong)ticks) - StepBits);
        return (shift << StepBits) + (int)(ticks >> shift);
    }

    private static long MiddleOf(int step)
    {
        var shift = Math.Max(0, (step >> StepBits) - 1);
        return ((long)(step - (shift << StepBits)) << shift) + ((1L << shift) >> 1);
    }
}
