namespace Reenact.Comparing;

/// <summary>One measure of two sets of sessions, and how it differs. Immutable.</summary>
public sealed record DriftMeasure
{
    /// <summary>What is measured: <c>success</c>, <c>calls of FlightTools.SearchAsync</c>, <c>latency</c>.</summary>
    public required string Name { get; init; }

    /// <summary>What is told of it.</summary>
    public required DriftStatistic Statistic { get; init; }

    /// <summary>In what: <c>share</c> (0 to 1), <c>calls</c>, <c>tokens</c>, <c>cost</c>, <c>seconds</c>.</summary>
    public required string Unit { get; init; }

    /// <summary>Its value in the set before, of pairs the mean of the tasks' means; NaN when that has none.</summary>
    public required double Before { get; init; }

    /// <summary>Its value in the set after, of pairs the mean of the tasks' means; NaN when that has none.</summary>
    public required double After { get; init; }

    /// <summary>What is there after, less what was there before: of pairs, the mean of their differences.</summary>
    public required double Difference { get; init; }

    /// <summary>The lower end of the 95 % confidence interval of the difference; NaN when there are too few.</summary>
    public required double Low { get; init; }

    /// <summary>The upper end of the 95 % confidence interval of the difference; NaN when there are too few.</summary>
    public required double High { get; init; }

    /// <summary>How likely chance alone would show at least that much (two-sided), from 0 to 1.</summary>
    public required double Probability { get; init; }

    /// <summary>The same, corrected for the number of measures (Holm, 1979): below 0.05 a difference is beyond chance.</summary>
    public required double AdjustedProbability { get; init; }

    /// <summary>How the interval was made.</summary>
    public required IntervalMethod Method { get; init; }

    /// <summary>What can be said.</summary>
    public required DriftVerdict Verdict { get; init; }

    /// <summary>
    /// Of how many sessions in each set (of pairs: how many pairs) a difference of this size would be found beyond chance with a
    /// probability of 80 %, if this were the only measure; null when it is beyond chance, or there is no difference to be found.
    /// </summary>
    public required long? SessionsNeeded { get; init; }
}
