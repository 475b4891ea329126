namespace Reenact.Comparing;

/// <summary>
/// Times, counted in bins that grow by 1 %: quantiles of it are off by at most half a percent, however many there are. The idea is that
/// of C. Masson, J. E. Rim and H. K. Lee, "DDSketch", PVLDB 12 (2019). Not thread-safe.
/// </summary>
internal sealed class LatencyHistogram
{
    /// <summary>Bins, from 100 ns to more than a year.</summary>
    public const int Bins = 3400;

    private static readonly double Growth = Math.Log(1.01);
    private readonly SortedDictionary<int, int> counts = [];

    /// <summary>Bins that are not empty, with how many times are in each.</summary>
    public IReadOnlyDictionary<int, int> Counts => counts;

    public long Total { get; private set; }

    public void Add(TimeSpan time)
    {
        var bin = time.Ticks <= 1 ? 0 : (int)Math.Min(Bins - 1, Math.Round(Math.Log(time.Ticks) / Growth));
        counts[bin] = counts.GetValueOrDefault(bin) + 1;
        Total++;
    }

    /// <summary>The time that a bin stands for, in seconds.</summary>
    public static double Seconds(int bin) => Math.Exp(bin * Growth) / TimeSpan.TicksPerSecond;
}
