using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Collections.Immutable;
using CsCheck;
using MessagePack;
using Reenact.Shims;
using Reenact.Values;
using Xunit;

namespace Reenact.Tests.Values;

/// <summary>Collections without an order: equal ones are equal bytes, however they came about.</summary>
public sealed class UnorderedCollectionCodecTests
{
    private static readonly Gen<string> Texts = Gen.OneOf(Gen.String, Gen.String[250, 400], Gen.Char.Select(letter => new string(letter, 300)));

    [Fact]
    public void Sets_are_sorted_by_bytes()
    {
        Sorted<ImmutableHashSet<string>, ImmutableHashSetCodec<string, StringCodec>>(texts => [.. texts]);
        Sorted<FrozenSet<string>, FrozenSetCodec<string, StringCodec>>(texts => texts.ToFrozenSet());
        Sorted<IImmutableSet<string>, ImmutableSetInterfaceCodec<string, StringCodec>>(texts => ImmutableHashSet.CreateRange(texts));
        Sorted<ISet<string>, SetInterfaceCodec<string, StringCodec>>(texts => texts.ToFrozenSet());
        Sorted<IReadOnlySet<string>, ReadOnlySetInterfaceCodec<string, StringCodec>>(texts => ImmutableHashSet.CreateRange(texts));
    }

    [Fact]
    public void Bags_are_sorted_by_bytes_and_keep_what_is_there_twice()
    {
        Gen.Int[0, 9].Array[0, 40].Sample(numbers =>
        {
            var blobs = new MemoryBlobs();
            var bytes = Encoded.Write<ConcurrentBag<int>, ConcurrentBagCodec<int, Int32Codec>>([.. numbers], blobs);
            Assert.Equal(bytes, Encoded.Write<ConcurrentBag<int>, ConcurrentBagCodec<int, Int32Codec>>([.. numbers.Reverse()], blobs));
            Assert.Equal(numbers.Order(), Encoded.Read<ConcurrentBag<int>, ConcurrentBagCodec<int, Int32Codec>>(bytes, blobs).Order());
        });
        Assert.Null(Encoded.RoundTrip<ConcurrentBag<int>, ConcurrentBagCodec<int, Int32Codec>>(null!));
    }

    [Fact]
    public void Dictionaries_are_sorted_by_the_bytes_of_their_keys()
    {
        SortedEntries<ImmutableDictionary<string, string>, ImmutableDictionaryCodec<string, string, StringCodec, StringCodec>>(entries => entries.ToImmutableDictionary());
        SortedEntries<IImmutableDictionary<string, string>, ImmutableDictionaryInterfaceCodec<string, string, StringCodec, StringCodec>>(entries => entries.ToImmutableDictionary());
        SortedEntries<FrozenDictionary<string, string>, FrozenDictionaryCodec<string, string, StringCodec, StringCodec>>(entries => entries.ToFrozenDictionary());
        SortedEntries<ConcurrentDictionary<string, string>, ConcurrentDictionaryCodec<string, string, StringCodec, StringCodec>>(entries => new(entries));
    }

    [Fact]
    public void Sets_of_sets_are_sorted_inside_and_out()
    {
        FrozenSet<FrozenSet<string>> nested = [.. Enumerable.Range(0, 20).Select(n => Enumerable.Range(0, n % 5).Select(i => new string('x', (n * 40) + i)).ToFrozenSet())];
        FrozenSet<FrozenSet<string>> other = [.. nested.Reverse().Select(set => set.Reverse().ToFrozenSet())];
        var blobs = new MemoryBlobs();
        Assert.Equal(
            Encoded.Write<FrozenSet<FrozenSet<string>>, FrozenSetCodec<FrozenSet<string>, FrozenSetCodec<string, StringCodec>>>(nested, blobs),
            Encoded.Write<FrozenSet<FrozenSet<string>>, FrozenSetCodec<FrozenSet<string>, FrozenSetCodec<string, StringCodec>>>(other, blobs));
    }

    [Fact]
    public void Long_texts_are_in_an_order_that_does_not_depend_on_which_came_first()
    {
        string[] texts = [.. Enumerable.Range(0, 20).Select(n => new string((char)('a' + n), 300))];
        var forward = Content([.. texts]);
        Assert.Equal(forward, Content([.. texts.Reverse()]));

        static List<string> Content(ConcurrentBag<string> bag)
        {
            var blobs = new MemoryBlobs();
            var bytes = Encoded.Write<ConcurrentBag<string>, ConcurrentBagCodec<string, StringCodec>>(bag, blobs);
            return Encoded.Read<List<string>, ListCodec<string, StringCodec>>(bytes, blobs);
        }
    }

    [Fact]
    public void Keys_can_be_values_of_several_parts()
    {
        var entries = Enumerable.Range(0, 30).ToDictionary(n => (n, $"k{n % 3}"), n => n);
        Assert.Equal(
            entries,
            Encoded.RoundTrip<FrozenDictionary<(int, string), int>, FrozenDictionaryCodec<(int, string), int, ValueTuple2Codec<int, string, Int32Codec, StringCodec>, Int32Codec>>(entries.ToFrozenDictionary())
                .OrderBy(entry => entry.Value).ToDictionary());
    }

    [Fact]
    public void Known_comparers_are_kept()
    {
        var comparer = StringComparer.OrdinalIgnoreCase;
        Assert.Same(comparer, Encoded.RoundTrip<ImmutableHashSet<string>, ImmutableHashSetCodec<string, StringCodec>>(ImmutableHashSet.Create<string>(comparer, "a")).KeyComparer);
        Assert.Same(comparer, Encoded.RoundTrip<FrozenSet<string>, FrozenSetCodec<string, StringCodec>>(new[] { "a", "b" }.ToFrozenSet(comparer)).Comparer);
        Assert.Same(comparer, Encoded.RoundTrip<FrozenDictionary<string, int>, FrozenDictionaryCodec<string, int, StringCodec, Int32Codec>>(new Dictionary<string, int> { ["a"] = 1 }.ToFrozenDictionary(comparer)).Comparer);
        Assert.Same(comparer, Encoded.RoundTrip<ImmutableDictionary<string, int>, ImmutableDictionaryCodec<string, int, StringCodec, Int32Codec>>(ImmutableDictionary.Create<string, int>(comparer).Add("a", 1)).KeyComparer);
        Assert.Same(comparer, Encoded.RoundTrip<ConcurrentDictionary<string, int>, ConcurrentDictionaryCodec<string, int, StringCodec, Int32Codec>>(new(comparer) { ["a"] = 1 }).Comparer);
    }

    [Fact]
    public void The_default_comparer_is_not_named()
    {
        var blobs = new MemoryBlobs();
        byte[] array = [0x91, 0xa1, (byte)'a'];
        Assert.Equal(array, Encoded.Write<ImmutableHashSet<string>, ImmutableHashSetCodec<string, StringCodec>>(["a"], blobs));
        Assert.Equal(array, Encoded.Write<FrozenSet<string>, FrozenSetCodec<string, StringCodec>>(["a"], blobs));
        byte[] map = [0x81, 0xa1, (byte)'a', 1];
        var entries = new Dictionary<string, int> { ["a"] = 1 };
        Assert.Equal(map, Encoded.Write<ImmutableDictionary<string, int>, ImmutableDictionaryCodec<string, int, StringCodec, Int32Codec>>(entries.ToImmutableDictionary(), blobs));
        Assert.Equal(map, Encoded.Write<FrozenDictionary<string, int>, FrozenDictionaryCodec<string, int, StringCodec, Int32Codec>>(entries.ToFrozenDictionary(), blobs));
        Assert.Equal(map, Encoded.Write<ConcurrentDictionary<string, int>, ConcurrentDictionaryCodec<string, int, StringCodec, Int32Codec>>(new(entries), blobs));
    }

    [Fact]
    public void What_stands_twice_is_refused()
    {
        byte[] set = [0x92, 1, 1];
        Refused<ImmutableHashSet<int>, ImmutableHashSetCodec<int, Int32Codec>>(set);
        Refused<ImmutableSortedSet<int>, ImmutableSortedSetCodec<int, Int32Codec>>(set);
        Refused<FrozenSet<int>, FrozenSetCodec<int, Int32Codec>>(set);
        byte[] map = [0x82, 1, 1, 1, 2];
        Refused<ImmutableDictionary<int, int>, ImmutableDictionaryCodec<int, int, Int32Codec, Int32Codec>>(map);
        Refused<ImmutableSortedDictionary<int, int>, ImmutableSortedDictionaryCodec<int, int, Int32Codec, Int32Codec>>(map);
        Refused<FrozenDictionary<int, int>, FrozenDictionaryCodec<int, int, Int32Codec, Int32Codec>>(map);
        Refused<ConcurrentDictionary<int, int>, ConcurrentDictionaryCodec<int, int, Int32Codec, Int32Codec>>(map);
        Refused<OrderedDictionary<int, int>, OrderedDictionaryCodec<int, int, Int32Codec, Int32Codec>>(map);
    }

    [Fact]
    public void An_element_nested_too_deep_is_refused_and_the_next_value_is_not()
    {
        const int Element = 1;
        var context = new ValueWriteContext(new MemoryBlobs());
        for (var level = 0; level < ValueLimits.Depth; level++)
            context.Enter();
        Assert.Throws<InvalidOperationException>(() => Encoded.Raw((ref MessagePackWriter writer) => ConcurrentBagCodec<int, Int32Codec>.Write(ref writer, [Element, Element], context)));
        Assert.Equal(2, Encoded.RoundTrip<ConcurrentBag<int>, ConcurrentBagCodec<int, Int32Codec>>([Element, Element]).Count);
    }

    [Fact]
    public void A_codec_that_throws_leaves_nothing_behind()
    {
        Assert.Throws<InvalidOperationException>(() => Encoded.Write<ConcurrentBag<string>, ConcurrentBagCodec<string, ThrowingCodec>>(["a", "b"], new MemoryBlobs()));
        Assert.Equal(["a", "b"], Encoded.RoundTrip<ConcurrentBag<string>, ConcurrentBagCodec<string, StringCodec>>(["b", "a"]).Order());
    }

    private static void Sorted<TSet, TCodec>(Func<IEnumerable<string>, TSet> make)
        where TSet : IEnumerable<string>
        where TCodec : IValueCodec<TSet>
    {
        Texts.Array[0, 20].Select(texts => texts.Distinct().ToArray()).Sample(texts =>
        {
            var blobs = new MemoryBlobs();
            var bytes = Encoded.Write<TSet, TCodec>(make(texts), blobs);
            Assert.Equal(bytes, Encoded.Write<TSet, TCodec>(make(texts.Reverse()), blobs));
            Assert.Equal(texts.Order(StringComparer.Ordinal), Encoded.Read<TSet, TCodec>(bytes, blobs).Order(StringComparer.Ordinal));
        });
        Assert.Null(Encoded.RoundTrip<TSet, TCodec>(default!));
    }

    private static void SortedEntries<TDictionary, TCodec>(Func<Dictionary<string, string>, TDictionary> make)
        where TDictionary : IEnumerable<KeyValuePair<string, string>>
        where TCodec : IValueCodec<TDictionary>
    {
        Gen.Dictionary(Texts, Texts)[0, 20].Sample(entries =>
        {
            var blobs = new MemoryBlobs();
            var bytes = Encoded.Write<TDictionary, TCodec>(make(entries), blobs);
            Assert.Equal(bytes, Encoded.Write<TDictionary, TCodec>(make(entries.Reverse().ToDictionary()), blobs));
            Assert.Equal(entries.OrderBy(entry => entry.Key, StringComparer.Ordinal), Encoded.Read<TDictionary, TCodec>(bytes, blobs).OrderBy(entry => entry.Key, StringComparer.Ordinal));
        });
        Assert.Null(Encoded.RoundTrip<TDictionary, TCodec>(default!));
    }

    private static void Refused<T, TCodec>(byte[] bytes)
        where TCodec : IValueCodec<T> =>
        Assert.Throws<ValueFormatException>(() => Encoded.Read<T, TCodec>(bytes, new MemoryBlobs()));

    private struct ThrowingCodec : IValueCodec<string>
    {
        public static void Write(ref MessagePackWriter writer, string value, ValueWriteContext context)
        {
            context.Enter();
            StringCodec.Write(ref writer, value, context);
            throw new InvalidOperationException();
        }

        public static string Read(ref MessagePackReader reader, ValueReadContext context) => StringCodec.Read(ref reader, context);
    }
}
