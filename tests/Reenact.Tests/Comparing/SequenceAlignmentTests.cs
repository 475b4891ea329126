using Reenact.Comparing;
using Reenact.Values;
using Xunit;

namespace Reenact.Tests.Comparing;

public class SequenceAlignmentTests
{
    [Fact]
    public void An_alignment_costs_no_more_than_the_best_of_all()
    {
        var random = new Random(7);
        for (var round = 0; round < 3000; round++)
        {
            var items = RandomItems(random, maxLength: 5);

            var cost = Cost(items, SequenceAlignment.Align(items, new AlignmentBudget(1_000_000)));

            Assert.Equal(BestOfAll(items, 0, 0), cost);
        }
    }

    [Fact]
    public void Exchanged_sides_give_the_mirrored_alignment()
    {
        var random = new Random(8);
        for (var round = 0; round < 2000; round++)
        {
            var items = RandomItems(random, maxLength: 12);
            var budget = round % 2 == 0 ? 1_000_000 : 20;

            var there = SequenceAlignment.Align(items, new AlignmentBudget(budget));
            var back = SequenceAlignment.Align(new Items(items.After, items.Before), new AlignmentBudget(budget));

            Assert.Equal(there.Where(IsMatch), back.Where(IsMatch).Select(pair => new AlignedPair(pair.After, pair.Before)));
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(100)]
    [InlineData(5000)]
    public void With_a_small_budget_it_is_still_an_alignment(int cells)
    {
        var random = new Random(9);
        for (var round = 0; round < 500; round++)
        {
            var items = RandomItems(random, maxLength: 60);

            var pairs = SequenceAlignment.Align(items, new AlignmentBudget(cells));

            Assert.Equal(Enumerable.Range(0, items.CountBefore), pairs.Where(pair => pair.Before >= 0).Select(pair => pair.Before));
            Assert.Equal(Enumerable.Range(0, items.CountAfter), pairs.Where(pair => pair.After >= 0).Select(pair => pair.After));
            Assert.All(pairs.Where(IsMatch), pair => Assert.NotEqual(SequenceAlignment.NoMatch, items.Cost(pair.Before, pair.After)));
        }
    }

    [Fact]
    public void Few_edits_of_a_long_sequence_are_found_within_a_small_budget()
    {
        var before = Enumerable.Range(0, 100_000).Select(number => (Method: 1, Value: number)).ToList();
        var after = before.ToList();
        after.RemoveAt(70_000);
        after.Insert(20_000, (2, 0));
        after[50_000] = (1, -5);
        var budget = new AlignmentBudget(10_000);

        var pairs = SequenceAlignment.Align(new Items([.. before], [.. after]), budget);

        Assert.Equal([20_000], pairs.Where(pair => pair.Before < 0).Select(pair => pair.After));
        Assert.Equal([70_000], pairs.Where(pair => pair.After < 0).Select(pair => pair.Before));
        Assert.Contains(new AlignedPair(49_999, 50_000), pairs);
        Assert.True(budget.WasShort);
    }

    private static bool IsMatch(AlignedPair pair) => pair is { Before: >= 0, After: >= 0 };

    private static Items RandomItems(Random random, int maxLength)
    {
        return new Items(Some(), Some());

        (int, int)[] Some() => [.. Enumerable.Range(0, random.Next(maxLength + 1)).Select(_ => (random.Next(2), random.Next(4)))];
    }

    private static long Cost(Items items, IReadOnlyList<AlignedPair> pairs) =>
        pairs.Sum(pair => IsMatch(pair) ? items.Cost(pair.Before, pair.After) : (long)SequenceAlignment.Gap);

    private static long BestOfAll(Items items, int before, int after)
    {
        if (before == items.CountBefore || after == items.CountAfter)
            return (long)SequenceAlignment.Gap * (items.CountBefore - before + items.CountAfter - after);

        var best = SequenceAlignment.Gap + Math.Min(BestOfAll(items, before + 1, after), BestOfAll(items, before, after + 1));
        var cost = items.Cost(before, after);
        return cost == SequenceAlignment.NoMatch ? best : Math.Min(best, cost + BestOfAll(items, before + 1, after + 1));
    }

    private sealed class Items((int Method, int Value)[] before, (int Method, int Value)[] after) : IAlignable
    {
        public (int Method, int Value)[] Before => before;

        public (int Method, int Value)[] After => after;

        public int CountBefore => before.Length;

        public int CountAfter => after.Length;

        public ContentHash KeyBefore(int index) => Key(before[index]);

        public ContentHash KeyAfter(int index) => Key(after[index]);

        public int Cost(int one, int other)
        {
            var (left, right) = (before[one], after[other]);
            if (left.Method != right.Method)
                return SequenceAlignment.NoMatch;
            return left == right ? 0 : 200 + (150 * Math.Min(5, Math.Abs(left.Value - right.Value)));
        }

        /// <summary>Like a real hash, different in its first part: hash tables look at no more.</summary>
        private static ContentHash Key((int Method, int Value) item) => new(((ulong)item.Method << 32) | (uint)item.Value, 0, 0, 0);
    }
}
