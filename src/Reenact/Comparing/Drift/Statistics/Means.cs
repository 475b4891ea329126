namespace Reenact.Comparing;

/// <summary>Intervals for differences of means.</summary>
internal static class Means
{
    /// <summary>
    /// The difference of the means of two independent samples: B. L. Welch, "The generalization of 'Student's' problem when several
    /// different population variances are involved", Biometrika 34 (1947).
    /// </summary>
    public static Estimate Independent(IReadOnlyList<double> before, IReadOnlyList<double> after)
    {
        var (mean, variance) = Moments(before);
        var (meanAfter, varianceAfter) = Moments(after);
        var (one, other) = (variance / before.Count, varianceAfter / after.Count);
        var degrees = (one + other) * (one + other) / ((one * one / (before.Count - 1)) + (other * other / (after.Count - 1)));
        return Of(meanAfter - mean, Math.Sqrt(one + other), degrees, IntervalMethod.Welch);
    }

    /// <summary>The mean difference of pairs: Student's t ("The probable error of a mean", Biometrika 6, 1908).</summary>
    public static Estimate Paired(IReadOnlyList<double> differences)
    {
        var (mean, variance) = Moments(differences);
        return Of(mean, Math.Sqrt(variance / differences.Count), differences.Count - 1, IntervalMethod.PairedT);
    }

    public static (double Mean, double Variance) Moments(IReadOnlyList<double> values)
    {
        // Exact for equal values: a rounding error would pass for a spread, and any difference for beyond chance.
        var (mean, sum, count) = (0.0, 0.0, 0);
        foreach (var value in values)
        {
            var step = value - mean;
            mean += step / ++count;
            sum += step * (value - mean);
        }

        return (mean, count > 1 ? sum / (count - 1) : 0);
    }

    private static Estimate Of(double difference, double error, double degrees, IntervalMethod method)
    {
        if (error == 0)
        {
            return new Estimate(difference, difference, difference, difference == 0 ? 1 : 0, 0, method);
        }

        var reach = StudentDistribution.Critical(1 - Estimate.Confidence, degrees) * error;
        return new Estimate(difference, difference - reach, difference + reach, StudentDistribution.TwoSided(difference / error, degrees), error, method);
    }
}
