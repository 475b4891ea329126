namespace Reenact.Comparing;

/// <summary>Student's t distribution.</summary>
internal static class StudentDistribution
{
    private const double Tiny = 1e-300;

    /// <summary>The probability of a value at least that far from zero, to either side (Abramowitz and Stegun 26.7.1).</summary>
    /// <param name="t">The value.</param>
    /// <param name="degrees">Degrees of freedom, above 0; need not be whole.</param>
    public static double TwoSided(double t, double degrees) => double.IsInfinity(t) ? 0 : Beta(degrees / (degrees + (t * t)), degrees / 2, 0.5);

    /// <summary>The value that is exceeded, to either side, with a probability.</summary>
    public static double Critical(double probability, double degrees)
    {
        var (low, high) = (0.0, 1e9);
        for (var step = 0; step < 100; step++)
        {
            var middle = (low + high) / 2;
            (low, high) = TwoSided(middle, degrees) > probability ? (middle, high) : (low, middle);
        }

        return (low + high) / 2;
    }

    /// <summary>The regularized incomplete beta function, by its continued fraction (DLMF 8.17.22).</summary>
    private static double Beta(double x, double a, double b)
    {
        if (x is <= 0 or >= 1)
        {
            return x <= 0 ? 0 : 1;
        }

        // The fraction converges fast on one side of the mean, and the function is symmetric.
        if (x > (a + 1) / (a + b + 2))
        {
            return 1 - Beta(1 - x, b, a);
        }

        var front = Math.Exp(LogGamma(a + b) - LogGamma(a) - LogGamma(b) + (a * Math.Log(x)) + (b * Math.Log(1 - x))) / a;
        var (result, c, d) = (1.0, 1.0, 0.0);
        for (var index = 0; index <= 500; index++)
        {
            var half = index / 2;
            var numerator = index == 0
                ? 1
                : index % 2 == 0
                    ? half * (b - half) * x / ((a + (2.0 * half) - 1) * (a + (2.0 * half)))
                    : -(a + half) * (a + b + half) * x / ((a + (2.0 * half)) * (a + (2.0 * half) + 1));
            d = 1 / NotZero(1 + (numerator * d));
            c = NotZero(1 + (numerator / c));
            var step = c * d;
            result *= step;
            if (Math.Abs(step - 1) < 1e-15)
            {
                break;
            }
        }

        return front * (result - 1);
    }

    private static double NotZero(double value) => Math.Abs(value) < Tiny ? Tiny : value;

    /// <summary>The logarithm of the gamma function, by Stirling's series (DLMF 5.11.1) from 10 on.</summary>
    private static double LogGamma(double x)
    {
        var shift = 0.0;
        for (; x < 10; x++)
        {
            shift += Math.Log(x);
        }

        var square = 1 / (x * x);
        var series = (1.0 / 12) - (square * ((1.0 / 360) - (square * ((1.0 / 1260) - (square * ((1.0 / 1680) - (square / 1188)))))));
        return ((x - 0.5) * Math.Log(x)) - x + (0.5 * Math.Log(2 * Math.PI)) + (series / x) - shift;
    }
}
