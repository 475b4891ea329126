using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Collections.ObjectModel;
using CsCheck;
using MessagePack;
using Reenact.Shims;
using Xunit;

namespace Reenact.Tests.Values;

public sealed class CollectionCodecTests
{
    private static readonly Gen<int[]> Numbers = Gen.Int.Array[0, 50];

    [Fact]
    public void Collections_come_back()
    {
        Same<int[], ArrayCodec<int, Int32Codec>>(a => a);
        Same<List<int>, ListCodec<int, Int32Codec>>(a => [.. a]);
        Same<ImmutableArray<int>, ImmutableArrayCodec<int, Int32Codec>>(a => [.. a]);
        Same<ImmutableList<int>, ImmutableListCodec<int, Int32Codec>>(a => [.. a]);
        Same<LinkedList<int>, LinkedListCodec<int, Int32Codec>>(a => new LinkedList<int>(a));
        Same<Collection<int>, CollectionCodec<int, Int32Codec>>(a => [.. a]);
        Same<ReadOnlyCollection<int>, ReadOnlyCollectionCodec<int, Int32Codec>>(a => new ReadOnlyCollection<int>(a));
        Same<Queue<int>, QueueCodec<int, Int32Codec>>(a => new Queue<int>(a));
        Same<Stack<int>, StackCodec<int, Int32Codec>>(a => new Stack<int>(a));
        Same<IEnumerable<int>, EnumerableCodec<int, Int32Codec>>(a => a.Select(x => x));
        Same<ICollection<int>, CollectionInterfaceCodec<int, Int32Codec>>(a => new LinkedList<int>(a));
        Same<IList<int>, ListInterfaceCodec<int, Int32Codec>>(a => a);
        Same<IReadOnlyCollection<int>, ReadOnlyCollectionInterfaceCodec<int, Int32Codec>>(a => new Queue<int>(a));
        Same<IReadOnlyList<int>, ReadOnlyListInterfaceCodec<int, Int32Codec>>(a => ImmutableList.Create(a));
        Same<HashSet<int>, HashSetCodec<int, Int32Codec>>(a => [.. a]);
        Same<SortedSet<int>, SortedSetCodec<int, Int32Codec>>(a => [.. a]);
        Same<ISet<int>, SetInterfaceCodec<int, Int32Codec>>(a => new SortedSet<int>(a));
        Same<IReadOnlySet<int>, ReadOnlySetInterfaceCodec<int, Int32Codec>>(a => new HashSet<int>(a));
        Same<ReadOnlySet<int>, ReadOnlySetCodec<int, Int32Codec>>(a => new(new HashSet<int>(a)));
        Same<ObservableCollection<int>, ObservableCollectionCodec<int, Int32Codec>>(a => [.. a]);
        Same<ReadOnlyObservableCollection<int>, ReadOnlyObservableCollectionCodec<int, Int32Codec>>(a => new([.. a]));
        Same<ImmutableSortedSet<int>, ImmutableSortedSetCodec<int, Int32Codec>>(a => [.. a]);
        Same<ImmutableQueue<int>, ImmutableQueueCodec<int, Int32Codec>>(a => [.. a]);
        Same<ImmutableStack<int>, ImmutableStackCodec<int, Int32Codec>>(a => [.. a]);
        Same<IImmutableList<int>, ImmutableListInterfaceCodec<int, Int32Codec>>(a => ImmutableArray.Create(a));
        Same<IImmutableQueue<int>, ImmutableQueueInterfaceCodec<int, Int32Codec>>(a => ImmutableQueue.Create(a));
        Same<IImmutableStack<int>, ImmutableStackInterfaceCodec<int, Int32Codec>>(a => ImmutableStack.Create(a));
        Same<ConcurrentQueue<int>, ConcurrentQueueCodec<int, Int32Codec>>(a => new(a));
        Same<ConcurrentStack<int>, ConcurrentStackCodec<int, Int32Codec>>(a => new(a));
    }

    [Fact]
    public void Memory_comes_back()
    {
        Numbers.Sample(numbers =>
        {
            Assert.Equal(numbers, Encoded.RoundTrip<Memory<int>, MemoryCodec<int, Int32Codec>>(numbers).ToArray());
            Assert.Equal(numbers, Encoded.RoundTrip<ReadOnlyMemory<int>, ReadOnlyMemoryCodec<int, Int32Codec>>(numbers).ToArray());
        });
        Gen.Byte.Array[0, 600].Sample(bytes =>
        {
            Assert.Equal(bytes, Encoded.RoundTrip<Memory<byte>, ByteMemoryCodec>(bytes).ToArray());
            Assert.Equal(bytes, Encoded.RoundTrip<ReadOnlyMemory<byte>, ReadOnlyByteMemoryCodec>(bytes).ToArray());
        });
    }

    [Fact]
    public void Dictionaries_come_back_in_their_order()
    {
        SameEntries<Dictionary<string, int>, DictionaryCodec<string, int, StringCodec, Int32Codec>>(d => d);
        SameEntries<IDictionary<string, int>, DictionaryInterfaceCodec<string, int, StringCodec, Int32Codec>>(d => d);
        SameEntries<IReadOnlyDictionary<string, int>, ReadOnlyDictionaryInterfaceCodec<string, int, StringCodec, Int32Codec>>(d => d);
        SameEntries<ReadOnlyDictionary<string, int>, ReadOnlyDictionaryCodec<string, int, StringCodec, Int32Codec>>(d => new(d));
        SameEntries<SortedDictionary<string, int>, SortedDictionaryCodec<string, int, StringCodec, Int32Codec>>(d => new(d));
        SameEntries<OrderedDictionary<string, int>, OrderedDictionaryCodec<string, int, StringCodec, Int32Codec>>(d => new(d));
        SameEntries<ImmutableSortedDictionary<string, int>, ImmutableSortedDictionaryCodec<string, int, StringCodec, Int32Codec>>(d => d.ToImmutableSortedDictionary());
        SameEntries<SortedList<string, int>, SortedListCodec<string, int, StringCodec, Int32Codec>>(d => new(d, StringComparer.Ordinal));
    }

    [Fact]
    public void A_dictionary_is_a_map_and_its_order_is_kept()
    {
        var dictionary = new Dictionary<string, int> { ["z"] = 1, ["a"] = 2 };
        Assert.Equal([0x82, 0xa1, (byte)'z', 1, 0xa1, (byte)'a', 2], Encoded.Write<Dictionary<string, int>, DictionaryCodec<string, int, StringCodec, Int32Codec>>(dictionary, new MemoryBlobs()));
        Assert.Equal(["z", "a"], Encoded.RoundTrip<Dictionary<string, int>, DictionaryCodec<string, int, StringCodec, Int32Codec>>(dictionary).Keys);
    }

    public static TheoryData<StringComparer> Comparers { get; } =
        [StringComparer.OrdinalIgnoreCase, StringComparer.InvariantCulture, StringComparer.InvariantCultureIgnoreCase];

    [Theory, MemberData(nameof(Comparers))]
    public void Known_comparers_are_kept(StringComparer comparer)
    {
        Assert.Same(comparer, Encoded.RoundTrip<HashSet<string>, HashSetCodec<string, StringCodec>>(new(["a"], comparer)).Comparer);
        Assert.Same(comparer, Encoded.RoundTrip<SortedSet<string>, SortedSetCodec<string, StringCodec>>(new(["a"], comparer)).Comparer);
        Assert.Same(comparer, Encoded.RoundTrip<Dictionary<string, int>, DictionaryCodec<string, int, StringCodec, Int32Codec>>(new(comparer) { ["a"] = 1 }).Comparer);
        Assert.Same(comparer, Encoded.RoundTrip<SortedDictionary<string, int>, SortedDictionaryCodec<string, int, StringCodec, Int32Codec>>(new(comparer) { ["a"] = 1 }).Comparer);
        Assert.Same(comparer, Encoded.RoundTrip<SortedList<string, int>, SortedListCodec<string, int, StringCodec, Int32Codec>>(new(comparer) { ["a"] = 1 }).Comparer);
        Assert.Same(comparer, Encoded.RoundTrip<ImmutableSortedSet<string>, ImmutableSortedSetCodec<string, StringCodec>>(ImmutableSortedSet.Create<string>(comparer, "a")).KeyComparer);
        Assert.Same(comparer, Encoded.RoundTrip<ImmutableSortedDictionary<string, int>, ImmutableSortedDictionaryCodec<string, int, StringCodec, Int32Codec>>(ImmutableSortedDictionary.Create<string, int>(comparer).Add("a", 1)).KeyComparer);
        Assert.Same(comparer, Encoded.RoundTrip<OrderedDictionary<string, int>, OrderedDictionaryCodec<string, int, StringCodec, Int32Codec>>(new(comparer) { ["a"] = 1 }).Comparer);
        Assert.Empty(Encoded.RoundTrip<Dictionary<string, int>, DictionaryCodec<string, int, StringCodec, Int32Codec>>(new(comparer)));
    }

    [Theory, MemberData(nameof(Comparers))]
    public void Comparers_behind_interfaces_and_read_only_wrappers_are_kept(StringComparer comparer)
    {
        var entries = new Dictionary<string, int>(comparer) { ["a"] = 1 };
        foreach (var dictionary in (IDictionary<string, int>[])
            [entries, new SortedDictionary<string, int>(entries, comparer), new SortedList<string, int>(entries, comparer), new ConcurrentDictionary<string, int>(comparer) { ["a"] = 1 },
                entries.ToFrozenDictionary(comparer), entries.ToImmutableDictionary(comparer), entries.ToImmutableSortedDictionary(comparer), new OrderedDictionary<string, int>(entries, comparer),
                new ReadOnlyDictionary<string, int>(new ReadOnlyDictionary<string, int>(entries))])
        {
            Assert.Same(comparer, ((Dictionary<string, int>)Encoded.RoundTrip<IDictionary<string, int>, DictionaryInterfaceCodec<string, int, StringCodec, Int32Codec>>(dictionary)).Comparer);
            Assert.Equal(1, Encoded.RoundTrip<IReadOnlyDictionary<string, int>, ReadOnlyDictionaryInterfaceCodec<string, int, StringCodec, Int32Codec>>((IReadOnlyDictionary<string, int>)dictionary)["a"]);
            Assert.Same(comparer, ((Dictionary<string, int>)Encoded.RoundTrip<IReadOnlyDictionary<string, int>, ReadOnlyDictionaryInterfaceCodec<string, int, StringCodec, Int32Codec>>(new ReadOnlyDictionary<string, int>(dictionary))).Comparer);
        }

        foreach (var set in (ISet<string>[])
            [new HashSet<string>(comparer) { "a" }, new SortedSet<string>(comparer) { "a" }, new[] { "a" }.ToFrozenSet(comparer), ImmutableHashSet.Create<string>(comparer, "a"),
                ImmutableSortedSet.Create<string>(comparer, "a"), new ReadOnlySet<string>(new HashSet<string>(comparer) { "a" })])
        {
            Assert.Same(comparer, ((HashSet<string>)Encoded.RoundTrip<ISet<string>, SetInterfaceCodec<string, StringCodec>>(set)).Comparer);
            Assert.Equal("a", Assert.Single(Encoded.RoundTrip<ReadOnlySet<string>, ReadOnlySetCodec<string, StringCodec>>(new ReadOnlySet<string>(set))));
        }
    }

    [Fact]
    public void A_sorted_dictionary_that_compares_ordinally_is_read_back_as_a_plain_one()
    {
        var sorted = new SortedDictionary<string, int>(StringComparer.Ordinal) { ["b"] = 1, ["B"] = 2 };
        Assert.Equal(sorted, Encoded.RoundTrip<IDictionary<string, int>, DictionaryInterfaceCodec<string, int, StringCodec, Int32Codec>>(sorted));
        SortedSet<string> set = new(StringComparer.Ordinal) { "b", "B" };
        Assert.Equal(set, Encoded.RoundTrip<IReadOnlySet<string>, ReadOnlySetInterfaceCodec<string, StringCodec>>(set));
    }

    [Fact]
    public void A_priority_queue_gives_out_its_elements_in_the_same_order_also_those_of_one_priority() =>
        Gen.Select(Gen.Int[0, 5].Array[0, 60], Gen.Int[0, 20]).Sample((priorities, taken) =>
        {
            var queue = new PriorityQueue<string, int>();
            for (var i = 0; i < priorities.Length; i++)
                queue.Enqueue($"e{i}", priorities[i]);
            for (var i = 0; i < taken; i++)
                queue.TryDequeue(out _, out _);
            var read = Encoded.RoundTrip<PriorityQueue<string, int>, PriorityQueueCodec<string, int, StringCodec, Int32Codec>>(queue);
            Assert.Equal(Drain(queue), Drain(read));
        });

    [Fact]
    public void A_priority_queue_keeps_a_known_comparer()
    {
        var queue = new PriorityQueue<int, string>(StringComparer.OrdinalIgnoreCase);
        queue.EnqueueRange([(1, "b"), (2, "A")]);
        var read = Encoded.RoundTrip<PriorityQueue<int, string>, PriorityQueueCodec<int, string, Int32Codec, StringCodec>>(queue);
        Assert.Same(StringComparer.OrdinalIgnoreCase, read.Comparer);
        Assert.Equal(2, read.Peek());
        Assert.Null(Encoded.RoundTrip<PriorityQueue<int, string>, PriorityQueueCodec<int, string, Int32Codec, StringCodec>>(null!));
    }

    [Fact]
    public void The_ordinal_comparer_is_the_default_of_hashed_collections_but_not_of_sorted_ones()
    {
        Assert.Equal(
            Encoded.Write<HashSet<string>, HashSetCodec<string, StringCodec>>(["a"], new MemoryBlobs()),
            Encoded.Write<HashSet<string>, HashSetCodec<string, StringCodec>>(new(["a"], StringComparer.Ordinal), new MemoryBlobs()));
        Assert.Same(StringComparer.Ordinal, Encoded.RoundTrip<SortedSet<string>, SortedSetCodec<string, StringCodec>>(new(["a"], StringComparer.Ordinal)).Comparer);
    }

    [Fact]
    public void A_comparer_nobody_knows_is_named_and_read_back_as_the_default()
    {
        var bytes = Encoded.Write<HashSet<string>, HashSetCodec<string, StringCodec>>(new(["a"], new Backwards()), new MemoryBlobs());
        var reader = new MessagePackReader(bytes);
        Assert.Equal(1, reader.ReadMapHeader());
        Assert.Equal(typeof(Backwards).FullName, reader.ReadString());
        Assert.Same(EqualityComparer<string>.Default, Encoded.Read<HashSet<string>, HashSetCodec<string, StringCodec>>(bytes, new MemoryBlobs()).Comparer);
    }

    [Fact]
    public void Null_empty_and_filled_are_three_things()
    {
        Assert.Null(Encoded.RoundTrip<List<int>, ListCodec<int, Int32Codec>>(null!));
        Assert.Empty(Encoded.RoundTrip<List<int>, ListCodec<int, Int32Codec>>([]));
        Assert.Null(Encoded.RoundTrip<HashSet<int>, HashSetCodec<int, Int32Codec>>(null!));
        Assert.Null(Encoded.RoundTrip<Stack<int>, StackCodec<int, Int32Codec>>(null!));
        Assert.Null(Encoded.RoundTrip<Dictionary<int, int>, DictionaryCodec<int, int, Int32Codec, Int32Codec>>(null!));
        Assert.Null(Encoded.RoundTrip<SortedList<int, int>, SortedListCodec<int, int, Int32Codec, Int32Codec>>(null!));
        Assert.True(Encoded.RoundTrip<ImmutableArray<int>, ImmutableArrayCodec<int, Int32Codec>>(default).IsDefault);
        Assert.Null(Encoded.RoundTrip<int?, NullableCodec<int, Int32Codec>>(null));
        Assert.Equal(0, Encoded.RoundTrip<int?, NullableCodec<int, Int32Codec>>(0));
    }

    [Fact]
    public void Collections_nest()
    {
        int[][] jagged = [[1, 2], [], [3]];
        Assert.Equal(jagged, Encoded.RoundTrip<int[][], ArrayCodec<int[], ArrayCodec<int, Int32Codec>>>(jagged));
        var map = new Dictionary<string, List<(int, string)>> { ["a"] = [(1, "x"), (2, "y")], ["b"] = [] };
        Assert.Equal(map, Encoded.RoundTrip<Dictionary<string, List<(int, string)>>, DictionaryCodec<string, List<(int, string)>, StringCodec, ListCodec<(int, string), ValueTuple2Codec<int, string, Int32Codec, StringCodec>>>>(map));
    }

    [Fact]
    public void Long_collections_come_back()
    {
        int[] numbers = [.. Enumerable.Range(0, 70_000)];
        Assert.Equal(numbers, Encoded.RoundTrip<int[], ArrayCodec<int, Int32Codec>>(numbers));
        Assert.Equal(numbers, Encoded.RoundTrip<List<int>, ListCodec<int, Int32Codec>>([.. numbers]));
    }

    [Fact]
    public void Derived_elements_in_an_array_are_written_as_the_declared_type()
    {
        IReadOnlyList<object> covariant = new string[] { "a" };
        Assert.Equal(["a"], Encoded.RoundTrip<IReadOnlyList<object>, ReadOnlyListInterfaceCodec<object, ObjectTextCodec>>(covariant));
    }

    [Fact]
    public void Tuples_come_back()
    {
        Assert.Equal(new ValueTuple<int>(1), Encoded.RoundTrip<ValueTuple<int>, ValueTuple1Codec<int, Int32Codec>>(new(1)));
        Assert.Equal((1, "a"), Encoded.RoundTrip<(int, string), ValueTuple2Codec<int, string, Int32Codec, StringCodec>>((1, "a")));
        Assert.Equal((1, 2, 3), Encoded.RoundTrip<(int, int, int), ValueTuple3Codec<int, int, int, Int32Codec, Int32Codec, Int32Codec>>((1, 2, 3)));
        Assert.Equal(
            (1, 2, 3, 4, 5, 6, "7"),
            Encoded.RoundTrip<(int, int, int, int, int, int, string), ValueTuple7Codec<int, int, int, int, int, int, string, Int32Codec, Int32Codec, Int32Codec, Int32Codec, Int32Codec, Int32Codec, StringCodec>>((1, 2, 3, 4, 5, 6, "7")));
        Assert.Equal(
            (1, 2, 3, 4, 5, 6, 7, "8"),
            Encoded.RoundTrip<(int, int, int, int, int, int, int, string), ValueTupleRestCodec<int, int, int, int, int, int, int, ValueTuple<string>, Int32Codec, Int32Codec, Int32Codec, Int32Codec, Int32Codec, Int32Codec, Int32Codec, ValueTuple1Codec<string, StringCodec>>>((1, 2, 3, 4, 5, 6, 7, "8")));
        Assert.Equal(Tuple.Create(1, "a", 2), Encoded.RoundTrip<Tuple<int, string, int>, Tuple3Codec<int, string, int, Int32Codec, StringCodec, Int32Codec>>(Tuple.Create(1, "a", 2)));
        Assert.Null(Encoded.RoundTrip<Tuple<int>, Tuple1Codec<int, Int32Codec>>(null!));
        var long9 = new Tuple<int, int, int, int, int, int, int, Tuple<string, int>>(1, 2, 3, 4, 5, 6, 7, Tuple.Create("8", 9));
        Assert.Equal(
            long9,
            Encoded.RoundTrip<Tuple<int, int, int, int, int, int, int, Tuple<string, int>>, TupleRestCodec<int, int, int, int, int, int, int, Tuple<string, int>, Int32Codec, Int32Codec, Int32Codec, Int32Codec, Int32Codec, Int32Codec, Int32Codec, Tuple2Codec<string, int, StringCodec, Int32Codec>>>(long9));
        Assert.Equal(KeyValuePair.Create(1, "a"), Encoded.RoundTrip<KeyValuePair<int, string>, KeyValuePairCodec<int, string, Int32Codec, StringCodec>>(KeyValuePair.Create(1, "a")));
    }

    [Fact]
    public void A_tuple_of_another_length_is_refused()
    {
        var bytes = Encoded.Raw((ref MessagePackWriter writer) => { writer.WriteArrayHeader(1); writer.Write(1); });
        Assert.Throws<ValueFormatException>(() => Encoded.Read<(int, int), ValueTuple2Codec<int, int, Int32Codec, Int32Codec>>(bytes, new MemoryBlobs()));
    }

    [Fact]
    public void Entries_and_elements_that_stand_twice_are_refused()
    {
        byte[] map = [0x82, 1, 1, 1, 2];
        Assert.Throws<ValueFormatException>(() => Encoded.Read<Dictionary<int, int>, DictionaryCodec<int, int, Int32Codec, Int32Codec>>(map, new MemoryBlobs()));
        Assert.Throws<ValueFormatException>(() => Encoded.Read<SortedDictionary<int, int>, SortedDictionaryCodec<int, int, Int32Codec, Int32Codec>>(map, new MemoryBlobs()));
        Assert.Throws<ValueFormatException>(() => Encoded.Read<SortedList<int, int>, SortedListCodec<int, int, Int32Codec, Int32Codec>>(map, new MemoryBlobs()));
        byte[] set = [0x92, 1, 1];
        Assert.Throws<ValueFormatException>(() => Encoded.Read<HashSet<int>, HashSetCodec<int, Int32Codec>>(set, new MemoryBlobs()));
        Assert.Throws<ValueFormatException>(() => Encoded.Read<SortedSet<int>, SortedSetCodec<int, Int32Codec>>(set, new MemoryBlobs()));
    }

    [Fact]
    public void A_null_key_is_refused() =>
        Assert.Throws<ValueFormatException>(() => Encoded.Read<Dictionary<string, int>, DictionaryCodec<string, int, StringCodec, Int32Codec>>(new byte[] { 0x81, 0xc0, 1 }, new MemoryBlobs()));

    [Fact]
    public void A_count_that_lies_allocates_little()
    {
        // An array that says it has two billion elements, and one whose million elements end after the first.
        byte[] huge = [0xdd, 0x7f, 0xff, 0xff, 0xff, 1];
        Assert.Throws<ValueFormatException>(() => Encoded.Read<long[], ArrayCodec<long, Int64Codec>>(huge, new MemoryBlobs()));

        var padded = new byte[1_000_005];
        padded[0] = 0xdd;
        padded[2] = 0x0f;
        padded[3] = 0x42;
        padded[4] = 0x40;
        padded[6] = 0xc1;
        var before = GC.GetAllocatedBytesForCurrentThread();
        Assert.Throws<ValueFormatException>(() => Encoded.Read<decimal?[], ArrayCodec<decimal?, NullableCodec<decimal, DecimalCodec>>>(padded, new MemoryBlobs()));
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 200_000);
    }

    private static List<string> Drain(PriorityQueue<string, int> queue)
    {
        var elements = new List<string>();
        while (queue.TryDequeue(out var element, out _))
            elements.Add(element);
        return elements;
    }

    private static void Same<TCollection, TCodec>(Func<int[], TCollection> make)
        where TCollection : IEnumerable<int>
        where TCodec : IValueCodec<TCollection> =>
        Numbers.Sample(numbers => Assert.Equal(make(numbers), Encoded.RoundTrip<TCollection, TCodec>(make(numbers)).AsEnumerable()));

    private static void SameEntries<TDictionary, TCodec>(Func<Dictionary<string, int>, TDictionary> make)
        where TDictionary : IEnumerable<KeyValuePair<string, int>>
        where TCodec : IValueCodec<TDictionary> =>
        Gen.Dictionary(Gen.String, Gen.Int)[0, 20].Sample(entries =>
            Assert.Equal(make(entries), Encoded.RoundTrip<TDictionary, TCodec>(make(entries)).AsEnumerable()));

    private sealed class Backwards : IEqualityComparer<string>
    {
        public bool Equals(string? x, string? y) => string.Equals(x, y, StringComparison.Ordinal);

        public int GetHashCode(string obj) => obj.Length;
    }

    private struct ObjectTextCodec : IValueCodec<object>
    {
        public static void Write(ref MessagePackWriter writer, object value, ValueWriteContext context) => context.WriteText(ref writer, (string)value);

        public static object Read(ref MessagePackReader reader, ValueReadContext context) => context.ReadText(ref reader)!;
    }
}
