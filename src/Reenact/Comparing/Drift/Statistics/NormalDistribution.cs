namespace Reenact.Comparing;

/// <summary>The standard normal distribution.</summary>
internal static class NormalDistribution
{
    /// <summary>
    /// The probability of a value at most <paramref name="x"/>: the series of G. Marsaglia, "Evaluating the normal distribution", J. Stat.
    /// Softw. 11(4), 2004, and further out the continued fraction of the tail (Abramowitz and Stegun 26.2.14).
    /// </summary>
    public static double Cumulative(double x)
    {
        if (x > 6)
        {
            return 1 - Cumulative(-x);
        }

        if (x < -6)
        {
            var fraction = 0.0;
            for (var term = 60; term > 0; term--)
            {
                fraction = term / (-x + fraction);
            }

            return Density(x) / (-x + fraction);
        }

        var (sum, value, before, odd) = (x, x, double.NaN, 1.0);
        while (sum != before)
        {
            before = sum;
            odd += 2;
            value *= x * x / odd;
            sum += value;
        }

        return 0.5 + (sum * Density(x));
    }

    /// <summary>The value that is not exceeded with a probability, which is above 0 and below 1.</summary>
    public static double Quantile(double probability)
    {
        var (low, high) = (-40.0, 40.0);
        for (var step = 0; step < 100; step++)
        {
            var middle = (low + high) / 2;
            (low, high) = Cumulative(middle) < probability ? (middle, high) : (low, middle);
        }

        return (low + high) / 2;
    }

    private static double Density(double x) => Math.Exp(-x * x / 2) / Math.Sqrt(2 * Math.PI);
}
