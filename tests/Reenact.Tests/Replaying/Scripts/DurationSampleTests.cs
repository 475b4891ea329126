using Reenact.Replaying;
using Xunit;

namespace Reenact.Tests.Replaying.Scripts;

public sealed class DurationSampleTests
{
    [Theory]
    [InlineData(1, 1.0)]
    [InlineData(1_024, 1.0)]
    [InlineData(100_000, 1.01)]
    public void Percentiles_are_exact_for_few_and_right_to_one_in_a_hundred_for_many(int count, double within)
    {
        var random = new Random(count);
        var sample = new DurationSample();
        var all = new List<long>();
        for (var i = 0; i < count; i++)
        {
            var ticks = (long)Math.Exp(random.NextDouble() * 30);
            sample.Add(TimeSpan.FromTicks(ticks));
            all.Add(ticks);
        }

        all.Sort();
        Assert.Equal(count, sample.Count);
        foreach (var share in new[] { 0.01, 0.5, 0.95, 1 })
        {
            var expected = all[(int)Math.Ceiling(share * count) - 1];
            Assert.InRange(sample.Copy().Percentile(share).Ticks, expected / within, expected * within);
        }
    }

    [Fact]
    public void Nothing_takes_no_time() => Assert.Equal(TimeSpan.Zero, new DurationSample().Percentile(0.5));
}
