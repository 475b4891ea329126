using CsCheck;
using Reenact.Format;
using Reenact.Values;
using Xunit;

namespace Reenact.Tests.Format;

public class FoldingTests
{
    [Fact]
    public void Any_events_come_back_byte_for_byte() => Gen.Select(Gen.Int, Gen.Int[1, 40]).Sample((seed, events) =>
    {
        var (body, count) = Events(seed, events);
        var folded = new byte[body.Length];
        if (!BodyFolder.TryFold(body, count, folded, out var length))
            return;
        var again = new byte[body.Length];
        Assert.True(BodyUnfolder.TryUnfold(folded.AsSpan(0, length), count, again));
        Assert.Equal(body, again);
    });

    [Fact]
    public void A_value_that_came_before_is_a_reference() => Assert.Equal(
        [0x94, 2, 0, 0xC1, 1],
        Fold([Text('x', 100), Text('y', 40), Text('x', 100)])[^5..]);

    [Fact]
    public void A_map_with_keys_that_came_before_has_values_only() => Assert.Equal(
        [0x94, 2, 0, 0xC1, 0xFF, 3, 4],
        Fold([[0x82, 0xA1, (byte)'a', 1, 0xA1, (byte)'b', 2], [0x82, 0xA1, (byte)'a', 3, 0xA1, (byte)'b', 4]])[^7..]);

    /// <summary>Looking at the first map's value once more for each of the others would take hours.</summary>
    [Fact]
    public Task Maps_with_the_keys_of_a_long_one_are_folded_in_time_in_proportion() => Task.Run(static () =>
    {
        const int Items = 400_000;
        byte[] many = [0x81, 0xA1, (byte)'a', 0xDD, 0, (byte)(Items >> 16), (byte)(Items >> 8 & 0xFF), (byte)(Items & 0xFF), .. new byte[Items]];
        byte[] small = [.. Enumerable.Repeat<byte[]>([0x81, 0xA1, (byte)'a', 0], Items).SelectMany(static map => map)];
        byte[] all = [0xDD, 0, (byte)(Items >> 16), (byte)(Items >> 8 & 0xFF), (byte)(Items & 0xFF), .. small];

        Assert.NotEmpty(Fold([many, all]));
    }, TestContext.Current.CancellationToken).WaitAsync(TimeSpan.FromMinutes(3), TestContext.Current.CancellationToken);

    [Fact]
    public void What_a_list_grew_by_is_folded_too() => Assert.Equal(
        [0x94, 2, 0, 0xC7, 45, (byte)ValueExtensionType.GrownList, 1, 0, 1, 0xC1, 0],
        Fold([Text('m', 40), [0xC7, 45, (byte)ValueExtensionType.GrownList, 1, 0, 1, .. Text('m', 40)]])[^11..]);

    [Fact]
    public void Numbers_that_are_longer_than_they_need_are_not_folded()
    {
        byte[] body = [0x93, 2, 0xCD, 0, 1, 0];

        Assert.False(BodyFolder.TryFold(body, 1, new byte[body.Length], out _));
    }

    [Fact]
    public void Hostile_bytes_are_refused_or_give_that_many_bytes() => Gen.Select(Gen.Byte.Array[0, 200], Gen.Int[0, 5], Gen.Int[0, 400])
        .Sample((folded, count, length) => { BodyUnfolder.TryUnfold(folded, count, new byte[length]); });

    [Fact]
    public void Changed_bytes_are_refused_or_give_that_many_bytes() => Gen.Select(Gen.Int[0, 1000], Gen.Int[0, 100_000], Gen.Byte).Sample((seed, at, value) =>
    {
        var (body, count) = Events(seed, 10);
        var folded = new byte[body.Length];
        if (!BodyFolder.TryFold(body, count, folded, out var length))
            return;
        folded[at % length] = value;
        BodyUnfolder.TryUnfold(folded.AsSpan(0, length), count, new byte[body.Length]);
    });

    [Theory]
    [InlineData("01940200C100", "a value that there is not")]
    [InlineData("01940200C1FF", "keys that there are not")]
    [InlineData("01940200C1D38000000000000000", "the last number that there is")]
    [InlineData("01940200C1", "nothing after the mark")]
    [InlineData("019402", "the middle of an event")]
    public void What_refers_to_nothing_is_refused(string folded, string why) =>
        Assert.False(BodyUnfolder.TryUnfold(Convert.FromHexString(folded), 1, new byte[100]), why);

    [Fact]
    public void Doubling_ends_where_the_stated_length_ends()
    {
        // Each array holds the one before twice: 2^40 bytes, if it went on.
        var folded = new List<byte> { 1, 0xDC, 0, 43, 2, 0 };
        folded.AddRange([0xD9, 32, .. new byte[32]]);
        for (var i = 0; i < 39; i++)
            folded.AddRange([0x92, 0xC1, 0, 0xC1, 0]);

        Assert.False(BodyUnfolder.TryUnfold([.. folded], 1, new byte[1 << 20]));
    }

    private static byte[] Text(char character, byte length) => [0xD9, length, .. Enumerable.Repeat((byte)character, length)];

    /// <summary>Returned calls with these results, folded.</summary>
    private static byte[] Fold(byte[][] results)
    {
        byte[] body = [.. results.SelectMany((result, index) => (byte[])[0x94, 2, (byte)index, 7, .. result])];
        var folded = new byte[body.Length];
        Assert.True(BodyFolder.TryFold(body, results.Length, folded, out var length));
        return folded[..length];
    }

    /// <summary>The events of a recording, one after the other.</summary>
    private static (byte[] Body, int Count) Events(int seed, int events)
    {
        using var recording = Recording.Open(new MemoryBlockStore(RandomEvents.Recording(seed, events).Seal().Bytes));
        var walk = recording.Walk();
        List<byte[]> found = [];
        while (walk.MoveNext())
            found.Add(walk.Bytes.ToArray());
        return ([.. found.SelectMany(bytes => bytes)], found.Count);
    }
}
