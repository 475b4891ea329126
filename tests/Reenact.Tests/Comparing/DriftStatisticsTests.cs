using Reenact.Comparing;
using Xunit;

namespace Reenact.Tests.Comparing;

public class DriftStatisticsTests
{
    [Theory]
    [InlineData(0, 0.5)]
    [InlineData(1.959963984540054, 0.975)]
    [InlineData(-3.090232306167813, 0.001)]
    [InlineData(-8, 6.220960574271785e-16)]
    public void The_normal_distribution_is_that_of_the_tables(double x, double probability)
    {
        Assert.Equal(1, NormalDistribution.Cumulative(x) / probability, 10);
        Assert.Equal(x, NormalDistribution.Quantile(probability), 8);
    }

    [Theory]
    [InlineData(1, 12.706204736)]
    [InlineData(4, 2.776445105)]
    [InlineData(10, 2.228138852)]
    [InlineData(30, 2.042272456)]
    [InlineData(1000, 1.962339081)]
    public void Students_t_is_that_of_the_tables(double degrees, double critical) =>
        Assert.Equal(critical, StudentDistribution.Critical(0.05, degrees), 7);

    /// <summary>Wilson intervals of Newcombe, Statistics in Medicine 17 (1998) 857–872, table I.</summary>
    [Theory]
    [InlineData(81, 263, 0.2553, 0.3662)]
    [InlineData(15, 148, 0.0624, 0.1605)]
    [InlineData(0, 20, 0.0000, 0.1611)]
    [InlineData(1, 29, 0.0061, 0.1718)]
    public void Wilsons_interval_is_the_published_one(int hits, int count, double low, double high)
    {
        var interval = Proportions.Wilson(hits, count, NormalDistribution.Quantile(0.975));
        Assert.Equal((low, high), (Math.Round(interval.Low, 4), Math.Round(interval.High, 4)));
    }

    /// <summary>Method 10 of Newcombe, Statistics in Medicine 17 (1998) 873–890, table II.</summary>
    [Theory]
    [InlineData(56, 70, 48, 80, 0.0524, 0.3339)]
    [InlineData(9, 10, 3, 10, 0.1705, 0.8090)]
    [InlineData(6, 7, 2, 7, 0.0582, 0.8062)]
    [InlineData(5, 56, 0, 29, -0.0381, 0.1926)]
    [InlineData(0, 10, 0, 20, -0.1611, 0.2775)]
    [InlineData(10, 10, 0, 20, 0.6791, 1.0000)]
    public void The_interval_of_independent_shares_is_the_published_one(int hits, int count, int hitsBefore, int before, double low, double high)
    {
        var estimate = Proportions.Independent(hitsBefore, before, hits, count);
        Assert.Equal((low, high), (Math.Round(estimate.Low, 4), Math.Round(estimate.High, 4)));
        Assert.Equal(estimate.Low > 0, estimate.Probability < 0.05);
    }

    [Theory]
    [InlineData(20, 12, 2, 16)]
    [InlineData(0, 0, 0, 30)]
    [InlineData(29, 0, 1, 0)]
    [InlineData(1, 9, 30, 2)]
    public void The_interval_of_paired_shares_mirrors_and_agrees_with_its_probability(int both, int onlyBefore, int onlyAfter, int neither)
    {
        var (estimate, mirrored) = (Proportions.Paired(both, onlyBefore, onlyAfter, neither), Proportions.Paired(both, onlyAfter, onlyBefore, neither));

        Assert.Equal(estimate.Low, -mirrored.High, 12);
        Assert.Equal(estimate.High, -mirrored.Low, 12);
        Assert.InRange(estimate.Difference, estimate.Low, estimate.High);
        Assert.Equal(estimate.Low > 0 || estimate.High < 0, estimate.Probability < 0.05);
    }

    [Fact]
    public void Welchs_interval_is_the_published_one()
    {
        // Welch's example as in the documentation of R's t.test(extra ~ group, data = sleep): t = −1.8608, df = 17.776, p = 0.07939.
        double[] one = [0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0.0, 2.0];
        double[] other = [1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4];

        var estimate = Means.Independent(one, other);
        var paired = Means.Paired([.. other.Zip(one, (a, b) => a - b)]);

        Assert.Equal((-0.2055, 3.3655, 0.0794), (Math.Round(estimate.Low, 4), Math.Round(estimate.High, 4), Math.Round(estimate.Probability, 4)));
        Assert.Equal((0.7001, 2.4599, 0.0028), (Math.Round(paired.Low, 4), Math.Round(paired.High, 4), Math.Round(paired.Probability, 4)));
    }

    [Fact]
    public void Holms_correction_is_that_of_the_book() =>
        Assert.Equal([0.03, 0.06, 0.06, 0.02], HolmAdjustment.Adjust([0.01, 0.04, 0.03, 0.005]).Select(p => Math.Round(p, 10)));

    [Fact]
    public void Intervals_of_shares_hold_the_true_difference_in_95_of_100_cases()
    {
        var random = new Random(11);
        var (independent, paired) = (0, 0);
        const int Rounds = 2000;
        for (var round = 0; round < Rounds; round++)
        {
            var (one, other) = (Hits(random, 60, 0.4), Hits(random, 80, 0.6));
            independent += Holds(Proportions.Independent(one, 60, other, 80), 0.2);

            var counts = new int[4];
            for (var index = 0; index < 60; index++)
            {
                var before = random.NextDouble() < 0.5;
                counts[(before ? 0 : 2) + (random.NextDouble() < (before ? 0.8 : 0.4) ? 0 : 1)]++;
            }

            paired += Holds(Proportions.Paired(counts[0], counts[1], counts[2], counts[3]), 0.1);
        }

        Assert.InRange(independent / (double)Rounds, 0.94, 0.97);
        Assert.InRange(paired / (double)Rounds, 0.94, 0.97);
    }

    [Fact]
    public void Intervals_of_means_and_quantiles_hold_the_true_difference_in_95_of_100_cases()
    {
        var random = new Random(12);
        var (means, medians) = (0, 0);
        const int Rounds = 200;
        for (var round = 0; round < Rounds; round++)
        {
            var (one, other) = (Sessions(random, 60, 1), Sessions(random, 60, 2));
            means += Holds(Means.Independent([.. one.Select(Exact)], [.. other.Select(Exact)]), 1);

            var drift = Drift.Between([.. one.Select(time => DriftTests.Session(time))], [.. other.Select(time => DriftTests.Session(time))], new DriftOptions { Resamples = 400 });
            var median = drift.Measures.Single(measure => measure is { Name: "session duration", Statistic: DriftStatistic.Median });
            medians += Holds(new Estimate(0, median.Low, median.High, 0, 0, IntervalMethod.Bootstrap), Math.Log(2));
        }

        Assert.InRange(means / (double)Rounds, 0.9, 0.99);
        Assert.InRange(medians / (double)Rounds, 0.9, 0.995);

        static double Exact(TimeSpan time) => time.TotalSeconds;
    }

    /// <summary>Exponential times of a mean: the median is ln 2 of it.</summary>
    private static TimeSpan[] Sessions(Random random, int count, double mean) =>
        [.. Enumerable.Range(0, count).Select(_ => TimeSpan.FromSeconds(-mean * Math.Log(1 - random.NextDouble())))];

    private static int Hits(Random random, int count, double share) => Enumerable.Range(0, count).Count(_ => random.NextDouble() < share);

    private static int Holds(Estimate estimate, double truth) => estimate.Low <= truth && truth <= estimate.High ? 1 : 0;
}
