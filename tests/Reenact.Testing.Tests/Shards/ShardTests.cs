using CsCheck;

namespace Reenact.Testing.Tests.Shards;

public class ShardTests
{
    private static readonly Gen<(int Count, int Parts)> Sizes = Gen.Select(Gen.Int[1, 40], Gen.Int[1, 40]);

    /// <summary>Computed by hand: sha256sum of the id's 16 bytes, the first eight as a number, modulo 16, plus 1.</summary>
    [Theory]
    [InlineData("00000000-0000-0000-0000-000000000000", "6/16")]
    [InlineData("0199c3f0-0000-7000-8000-000000000001", "14/16")]
    public void The_formula_is_the_documented_one(string session, string expected) =>
        Assert.Equal(expected, Assert.Single(All(16), shard => shard.Contains(Guid.Parse(session))).ToString());

    [Fact]
    public void A_session_is_in_exactly_one_shard_and_in_exactly_one_of_its_parts() =>
        Gen.Select(Gen.Guid, Sizes).Sample((session, sizes) =>
        {
            var shard = Assert.Single(All(sizes.Count), shard => shard.Contains(session));
            Assert.Single(Parts(shard, sizes.Parts), part => part.Contains(session));
        });

    [Fact]
    public void Parts_are_shards_of_the_product_and_parts_of_different_shards_never_meet() =>
        Sizes.Sample(sizes =>
        {
            var parts = All(sizes.Count).SelectMany(shard => Parts(shard, sizes.Parts)).ToList();
            Assert.Equal(sizes.Count * sizes.Parts, parts.Distinct().Count());
            Assert.All(parts, part => Assert.Equal(sizes.Count * sizes.Parts, part.Count));
        });

    [Fact]
    public void Sessions_of_one_moment_spread_evenly()
    {
        var now = DateTimeOffset.UtcNow;
        var shards = All(16);
        var counts = new int[16];
        for (var i = 0; i < 16_000; i++)
        {
            var session = Guid.CreateVersion7(now);
            counts[Array.FindIndex(shards, shard => shard.Contains(session))]++;
        }

        Assert.All(counts, count => Assert.InRange(count, 800, 1200));
    }

    [Theory]
    [InlineData("3/16", true)]
    [InlineData(" 1/1 ", true)]
    [InlineData("1000000/1000000", true)]
    [InlineData("0/16", false)]
    [InlineData("17/16", false)]
    [InlineData("1/0", false)]
    [InlineData("-1/4", false)]
    [InlineData("+1/4", false)]
    [InlineData("1 /4", false)]
    [InlineData("1/4/2", false)]
    [InlineData("1/1000001", false)]
    [InlineData("1/99999999999", false)]
    [InlineData("3", false)]
    [InlineData("", false)]
    [InlineData(null, false)]
    public void A_shard_is_written_as_its_number_and_how_many_there_are(string? text, bool isShard)
    {
        Assert.Equal(isShard, Shard.TryParse(text, out var shard));
        Assert.Equal(isShard ? text!.Trim() : null, shard?.ToString());
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(2, 1)]
    [InlineData(1, 0)]
    public void Shards_and_parts_that_do_not_exist_can_not_be_made(int number, int count)
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new Shard(number, count));
        Assert.Throws<ArgumentOutOfRangeException>(() => Shard.All.Part(number, count));
    }

    private static Shard[] All(int count) => [.. Parts(Shard.All, count)];

    private static IEnumerable<Shard> Parts(Shard shard, int count) => Enumerable.Range(1, count).Select(number => shard.Part(number, count));
}
