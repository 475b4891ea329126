namespace Reenact.Comparing;

/// <summary>What is told of the sessions of a set.</summary>
public enum DriftStatistic
{
    /// <summary>The share of sessions.</summary>
    Share = 0,

    /// <summary>The mean of sessions.</summary>
    Mean = 1,

    /// <summary>The median.</summary>
    Median = 2,

    /// <summary>The 95th percentile.</summary>
    P95 = 3,
}
