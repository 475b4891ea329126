namespace Reenact.Comparing;

/// <summary>A difference, how sure it is, and how it was found.</summary>
/// <param name="Difference">What is there after, less what was there before.</param>
/// <param name="Low">The lower end of its 95 % confidence interval.</param>
/// <param name="High">The upper end.</param>
/// <param name="Probability">How likely chance alone would show at least as much (two-sided).</param>
/// <param name="Error">Its standard error.</param>
/// <param name="Method">How the interval is made.</param>
internal readonly record struct Estimate(double Difference, double Low, double High, double Probability, double Error, IntervalMethod Method)
{
    /// <summary>The confidence of every interval.</summary>
    public const double Confidence = 0.95;

    /// <summary>No estimate: there is too little.</summary>
    public static Estimate None(double difference, IntervalMethod method) => new(difference, double.NaN, double.NaN, 1, double.NaN, method);
}
