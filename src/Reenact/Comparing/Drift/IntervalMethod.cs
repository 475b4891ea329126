namespace Reenact.Comparing;

/// <summary>How a confidence interval is made. <c>docs/comparing.md</c> has the sources.</summary>
public enum IntervalMethod
{
    /// <summary>Newcombe's score interval for the difference of two independent shares (1998, method 10).</summary>
    Newcombe = 0,

    /// <summary>Newcombe's score interval for the difference of two shares of the same cases (1998, method 10 for paired data).</summary>
    NewcombePaired = 1,

    /// <summary>Welch's interval for the difference of two means (1947).</summary>
    Welch = 2,

    /// <summary>Student's interval for the mean difference of pairs (1908).</summary>
    PairedT = 3,

    /// <summary>Sampling sessions, or tasks, again: the percentile bootstrap (Efron and Tibshirani, 1993).</summary>
    Bootstrap = 4,
}
