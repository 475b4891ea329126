using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Collections.ObjectModel;

namespace EveryType.Values;

/// <summary>Arrays, lists, queues and sets.</summary>
internal sealed record Sequences(
    int[] Array,
    byte[] Bytes,
    string[][] Jagged,
    double[,] Matrix,
    int[,,] Cube,
    Memory<byte> ByteMemory,
    ReadOnlyMemory<byte> ReadOnlyBytes,
    Memory<int> Memory,
    ReadOnlyMemory<string> ReadOnlyMemory,
    List<string?> List,
    IEnumerable<int> Enumerable,
    ICollection<int> Collection,
    IList<int> ListInterface,
    IReadOnlyCollection<int> ReadOnlyCollection,
    IReadOnlyList<int> ReadOnlyListInterface,
    HashSet<string> Set,
    SortedSet<string> SortedSet,
    ISet<int> SetInterface,
    IReadOnlySet<int> ReadOnlySetInterface,
    Queue<int> Queue,
    Stack<int> Stack,
    LinkedList<int> Linked,
    Collection<int> Mutable,
    ReadOnlyCollection<int> Fixed,
    ObservableCollection<int> Observed,
    ReadOnlySet<int> FixedSet,
    PriorityQueue<string, int> Priorities)
{
    public static Sequences Sample => new(
        [1, 2, 3], [1, 2, 3], [["a"], [], ["b", "c"]], new double[,] { { 1, 2 }, { 3, 4 } }, new int[1, 2, 0], new byte[] { 1 }, new byte[300], new[] { 1, 2 }, new[] { "x" },
        ["a", null], [1, 2], [1], [1], [1], [1], new HashSet<string>(StringComparer.OrdinalIgnoreCase) { "A", "b" }, ["b", "a"], new HashSet<int> { 2, 1 }, new HashSet<int> { 1 },
        new Queue<int>([1, 2]), new Stack<int>([1, 2]), new LinkedList<int>([1, 2]), [1], new ReadOnlyCollection<int>([1]), [1], new ReadOnlySet<int>(new HashSet<int> { 1 }),
        new PriorityQueue<string, int>([("late", 2), ("early", 1)]));
}

/// <summary>Immutable, frozen and concurrent sequences.</summary>
internal sealed record SharedSequences(
    ImmutableArray<int> Array,
    ImmutableList<int> List,
    ImmutableHashSet<string> Set,
    ImmutableSortedSet<string> SortedSet,
    ImmutableQueue<int> Queue,
    ImmutableStack<int> Stack,
    IImmutableList<int> ListInterface,
    IImmutableSet<int> SetInterface,
    FrozenSet<string> Frozen,
    ConcurrentQueue<int> ConcurrentQueue,
    ConcurrentStack<int> ConcurrentStack,
    ConcurrentBag<int> Bag)
{
    public static SharedSequences Sample => new(
        [1, 2], [1, 2], ["b", "a"], ["b", "a"], [1, 2], [1, 2], ImmutableList.Create(1), ImmutableHashSet.Create(2, 1), new[] { "b", "a" }.ToFrozenSet(),
        new ConcurrentQueue<int>([1, 2]), new ConcurrentStack<int>([1, 2]), [2, 1, 2]);
}
