using CsCheck;
using MessagePack;
using Reenact.States;
using Reenact.Tests.Values;
using Reenact.Values;
using Xunit;

namespace Reenact.Tests.States;

public sealed class DeltaTests
{
    [Fact]
    public void A_delta_leads_from_each_value_to_the_next_byte_for_byte() =>
        Gen.Select(AnyValue.Tree, Gen.Int).Sample(
            (tree, seed) =>
            {
                var blobs = new MemoryBlobs();
                AssertLeads(AnyValue.Encode(tree, blobs).Bytes, AnyValue.Encode(ChangedValue.Of(tree, new Random(seed)), blobs).Bytes);
            },
            iter: 20_000);

    [Fact]
    public void Values_that_have_nothing_in_common_and_other_encodings_are_led_to_as_well() =>
        Gen.Select(AnyValue.Tree, AnyValue.Tree, Gen.Int).Sample(
            (tree, other, seed) =>
            {
                var blobs = new MemoryBlobs();
                var bytes = AnyValue.Encode(tree, blobs).Bytes;
                AssertLeads(bytes, AnyValue.Encode(other, blobs).Bytes);
                AssertLeads(bytes, AnyValue.EncodeOtherwise(tree, blobs, seed).Bytes);
                AssertLeads(AnyValue.EncodeOtherwise(tree, blobs, seed).Bytes, bytes);
            },
            iter: 10_000);

    [Fact]
    public void Keys_that_occur_twice_and_long_headers_are_replaced_whole()
    {
        byte[] twice = [0x83, 0xA1, (byte)'a', 1, 0xA1, (byte)'b', 2, 0xA1, (byte)'a', 3];
        byte[] other = [0x83, 0xA1, (byte)'a', 1, 0xA1, (byte)'b', 2, 0xA1, (byte)'a', 4];
        byte[] wide = [0xDE, 0, 1, 0xA1, (byte)'a', 0x93, 1, 2, 3];
        AssertLeads(twice, other);
        AssertLeads(other, wide);
        AssertLeads(wide, twice);
        AssertLeads(wide, (byte[])[0x81, 0xA1, (byte)'a', 0x93, 1, 2, 4]);
    }

    [Fact]
    public void One_changed_item_of_a_long_list_costs_little()
    {
        static byte[] Cart(int changed, int extra, int without) => Encoded.Raw((ref MessagePackWriter writer) =>
        {
            var items = Enumerable.Range(0, 1000 + extra).Where(item => item != without).ToList();
            writer.WriteMapHeader(1);
            writer.Write("Items");
            writer.WriteArrayHeader(items.Count);
            foreach (var item in items)
            {
                writer.WriteMapHeader(2);
                writer.Write("Id");
                writer.Write($"item {item}");
                writer.Write("Quantity");
                writer.Write(item == changed ? 7 : 1);
            }
        });

        var first = Cart(-1, 0, -1);
        Assert.InRange(DeltaMaker.Make(first, Cart(500, 0, -1))!.Length, 1, 32);
        Assert.InRange(DeltaMaker.Make(first, Cart(-1, 1, -1))!.Length, 1, 48);
        Assert.InRange(DeltaMaker.Make(first, Cart(900, 1, 17))!.Length, 1, 80);
        Assert.InRange(DeltaMaker.Make(first, first)!.Length, 1, 1);
        foreach (var next in new[] { Cart(500, 0, -1), Cart(-1, 1, -1), Cart(900, 1, 17), Cart(0, 0, 999), Cart(-1, 0, 0) })
            AssertLeads(first, next);
    }

    [Fact]
    public void A_key_put_in_among_sorted_ones_costs_little()
    {
        static byte[] Sorted(int extra) => Encoded.Raw((ref MessagePackWriter writer) =>
        {
            var keys = Enumerable.Range(0, 500).Select(key => key * 10).Append(extra).Where(key => key >= 0).Order().ToList();
            writer.WriteMapHeader(keys.Count);
            foreach (var key in keys)
            {
                writer.Write(key);
                writer.Write("value");
            }
        });

        AssertLeads(Sorted(-1), Sorted(2345));
        Assert.InRange(DeltaMaker.Make(Sorted(-1), Sorted(2345))!.Length, 1, 32);
    }

    [Fact]
    public void Deep_values_have_deltas_that_readers_take()
    {
        static byte[] Deep(int levels, int core) =>
            [.. Enumerable.Repeat((byte)0x92, levels).SelectMany(header => new[] { header, (byte)1 }), .. Enumerable.Repeat((byte)core, 1)];

        for (var levels = 1; levels < ValueLimits.Depth; levels++)
            AssertLeads(Deep(levels, 1), Deep(levels, 2));
    }

    [Fact]
    public void Long_lists_of_equal_and_of_other_elements_take_no_time()
    {
        static byte[] List(int count, Func<int, int> element) => Encoded.Raw((ref MessagePackWriter writer) =>
        {
            writer.WriteArrayHeader(count);
            for (var index = 0; index < count; index++)
                writer.Write(element(index));
        });

        AssertLeads(List(200_000, _ => 1), List(200_001, _ => 1));
        AssertLeads(List(200_000, index => index), List(200_000, index => 200_000 - index));
        AssertLeads(List(1, _ => 1), List(200_000, index => index));
        AssertLeads(List(200_000, index => index), List(200_000, index => index % 7));
    }

    [Fact]
    public void Damaged_deltas_are_refused_and_none_hangs_or_grows() =>
        Gen.Select(AnyValue.Tree, Gen.Int, Gen.Select(Gen.Int[0, 1000], Gen.Byte).Array[1, 4]).Sample(
            (tree, seed, damage) =>
            {
                var blobs = new MemoryBlobs();
                var before = AnyValue.Encode(tree, blobs).Bytes;
                var after = AnyValue.Encode(ChangedValue.Of(tree, new Random(seed)), blobs).Bytes;
                if (DeltaMaker.Make(before, after) is not { } delta)
                    return;

                foreach (var (at, value) in damage)
                    delta[at % delta.Length] = value;
                AssertRefusedOrSmall(before, delta);
            },
            iter: 20_000);

    [Fact]
    public void Forged_deltas_are_refused_with_what_is_wrong()
    {
        byte[] list = [0x93, 1, 2, 3];
        byte[] map = [0x82, 0xA1, (byte)'a', 1, 0xA1, (byte)'b', 2];
        AssertRefused(list, [0xC0], "no array");
        AssertRefused(list, [0x91, 9], "unknown form");
        AssertRefused(list, [0x91, 0], "unknown form");
        AssertRefused(list, [0x92, 1, 0x80], "doesn't fit");
        AssertRefused(list, [0x92, 2, 0x81, 3, 0x92, 0, 0], "that there is not");
        AssertRefused(list, [0x93, 2, 0x80, 0x92, 2, 2], "more elements");
        AssertRefused(list, [0x93, 2, 0x80, 0x92, 0xCE, 0x7F, 0xFF, 0xFF, 0xFF, 1], "more elements");
        AssertRefused(list, [0x93, 2, 0x80, 0x94, 0, 1, 0, 1], "twice");
        AssertRefused(list, [0x93, 2, 0x81, 0, 0x92, 0, 0, 0x92, 0, 1], "removed as well");
        AssertRefused(list, [0x94, 2, 0x80, 0x90, 0x92, 4, 0x91, 1], "puts something in");
        AssertRefused(list, [0x94, 2, 0x80, 0x90, 0x92, 0, 0x90], "nothing");
        AssertRefused(list, [0x94, 2, 0x80, 0x90, 0x92, 0, 0x81, 1, 1], "not of the kind");
        AssertRefused(map, [0x92, 1, 0x81, 0xA1, (byte)'c', 0x92, 0, 0], "a key that there is not");
        AssertRefused(map, [0x93, 1, 0x80, 0x91, 0xA1, (byte)'c'], "a key that there is not");
        AssertRefused(map, [0x92, 1, 0xDF, 0xFF, 0xFF, 0xFF, 0xFF], "not one whole value");
        AssertRefused([.. Enumerable.Repeat((byte)0x91, 59), 1], [0x92, 0, .. Enumerable.Repeat((byte)0x91, 60), 1], "not one whole value");
    }

    private static void AssertLeads(ReadOnlyMemory<byte> before, ReadOnlyMemory<byte> after)
    {
        if (DeltaMaker.Make(before, after) is not { } delta)
            return;

        Assert.True(delta.Length < after.Length);
        Assert.Equal(Convert.ToHexString(after.Span), Convert.ToHexString(DeltaReader.Apply(before, delta).Span));
    }

    private static void AssertRefused(byte[] before, byte[] delta, string what) =>
        Assert.Contains(what, Assert.Throws<ValueFormatException>(() => DeltaReader.Apply(before, delta)).Message, StringComparison.Ordinal);

    private static void AssertRefusedOrSmall(ReadOnlyMemory<byte> before, byte[] delta)
    {
        try
        {
            Assert.InRange(DeltaReader.Apply(before, delta).Length, 0, before.Length + delta.Length);
        }
        catch (ValueFormatException)
        {
            // As it should be.
        }
    }
}
