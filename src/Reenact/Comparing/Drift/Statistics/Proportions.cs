namespace Reenact.Comparing;

/// <summary>Intervals for shares and for their differences.</summary>
internal static class Proportions
{
    private static readonly double Z95 = NormalDistribution.Quantile(0.5 + (Estimate.Confidence / 2));

    /// <summary>
    /// The score interval of a share: E. B. Wilson, "Probable inference, the law of succession, and statistical inference", JASA 22
    /// (1927).
    /// </summary>
    public static (double Low, double High) Wilson(double hits, double count, double z)
    {
        var share = hits / count;
        var center = share + (z * z / (2 * count));
        var spread = z * Math.Sqrt((share * (1 - share) / count) + (z * z / (4 * count * count)));
        var scale = 1 + (z * z / count);
        return (Math.Max(0, (center - spread) / scale), Math.Min(1, (center + spread) / scale));
    }

    /// <summary>
    /// The difference of two independent shares: R. G. Newcombe, "Interval estimation for the difference between independent
    /// proportions: comparison of eleven methods", Statistics in Medicine 17 (1998) 873–890, method 10.
    /// </summary>
    public static Estimate Independent(int hitsBefore, int before, int hitsAfter, int after)
    {
        var (p, q) = ((double)hitsBefore / before, (double)hitsAfter / after);
        var error = Math.Sqrt((p * (1 - p) / before) + (q * (1 - q) / after));
        return Of(q - p, error, IntervalMethod.Newcombe, z => Spread(p, q, Wilson(hitsBefore, before, z), Wilson(hitsAfter, after, z), correlation: 0));
    }

    /// <summary>
    /// The difference of two shares of the same cases: R. G. Newcombe, "Improved confidence intervals for the difference between
    /// binomial proportions based on paired data", Statistics in Medicine 17 (1998) 2635–2650, method 10.
    /// </summary>
    /// <param name="both">Cases that were hits before and after.</param>
    /// <param name="onlyBefore">Cases that were hits before only.</param>
    /// <param name="onlyAfter">Cases that were hits after only.</param>
    /// <param name="neither">Cases that were hits neither before nor after.</param>
    public static Estimate Paired(int both, int onlyBefore, int onlyAfter, int neither)
    {
        var count = (double)both + onlyBefore + onlyAfter + neither;
        var (hitsBefore, hitsAfter) = ((double)both + onlyBefore, (double)both + onlyAfter);
        var difference = (onlyAfter - onlyBefore) / count;
        var error = Math.Sqrt(Math.Max(0, ((onlyBefore + onlyAfter) / count) - (difference * difference)) / count);
        var correlation = Correlation(both, onlyBefore, onlyAfter, neither, count);
        return Of(difference, error, IntervalMethod.NewcombePaired, z => Spread(
            hitsBefore / count, hitsAfter / count, Wilson(hitsBefore, count, z), Wilson(hitsAfter, count, z), correlation));
    }

    private static double Correlation(double both, double onlyBefore, double onlyAfter, double neither, double count)
    {
        var margins = (both + onlyBefore) * (onlyAfter + neither) * (both + onlyAfter) * (onlyBefore + neither);
        var product = (both * neither) - (onlyBefore * onlyAfter);

        // Method 10 takes half a case off a positive association, but never turns it around.
        product = product > 0 ? Math.Max(0, product - (count / 2)) : product;
        return margins == 0 ? 0 : product / Math.Sqrt(margins);
    }

    /// <summary>How far the interval reaches below and above the difference.</summary>
    private static (double Below, double Above) Spread(double before, double after, (double Low, double High) one, (double Low, double High) other, double correlation)
    {
        var (lowBefore, highBefore) = (before - one.Low, one.High - before);
        var (lowAfter, highAfter) = (after - other.Low, other.High - after);
        return (Join(lowAfter, highBefore), Join(highAfter, lowBefore));

        double Join(double a, double b) => Math.Sqrt(Math.Max(0, (a * a) - (2 * correlation * a * b) + (b * b)));
    }

    private static Estimate Of(double difference, double error, IntervalMethod method, Func<double, (double Below, double Above)> spread)
    {
        var (below, above) = spread(Z95);
        return new Estimate(difference, difference - below, difference + above, Probability(difference, spread), error, method);
    }

    /// <summary>The probability that belongs to the widest interval that leaves out zero.</summary>
    private static double Probability(double difference, Func<double, (double Below, double Above)> spread)
    {
        if (difference == 0)
        {
            return 1;
        }

        var (low, high) = (0.0, 40.0);
        for (var step = 0; step < 60; step++)
        {
            var z = (low + high) / 2;
            var (below, above) = spread(z);
            var reach = difference > 0 ? below : above;
            (low, high) = reach < Math.Abs(difference) ? (z, high) : (low, z);
        }

        return Math.Min(1, 2 * NormalDistribution.Cumulative(-low));
    }
}
