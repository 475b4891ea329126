using System.Collections.Immutable;
using System.Collections.ObjectModel;
using System.Text.Json;

namespace Acme;

public sealed record Item(int Id);

public partial class Tools
{
    [Recorded]
    public partial ImmutableArray<Item> Lists(
        Item[] array, int[][] jagged, List<Item?> list, IReadOnlyList<Item> readOnlyList, IEnumerable<int> sequence, ICollection<string> collection,
        HashSet<string> set, IReadOnlySet<Guid> readOnlySet, Queue<int> queue, Stack<int> stack, LinkedList<int> linked, Collection<int> own,
        ReadOnlyCollection<int> readOnly, ImmutableList<int> immutable, Memory<int> memory, ReadOnlyMemory<Item> readOnlyMemory);

    private ImmutableArray<Item> ListsCore(
        Item[] array, int[][] jagged, List<Item?> list, IReadOnlyList<Item> readOnlyList, IEnumerable<int> sequence, ICollection<string> collection,
        HashSet<string> set, IReadOnlySet<Guid> readOnlySet, Queue<int> queue, Stack<int> stack, LinkedList<int> linked, Collection<int> own,
        ReadOnlyCollection<int> readOnly, ImmutableList<int> immutable, Memory<int> memory, ReadOnlyMemory<Item> readOnlyMemory) => [];

    [Recorded]
    public partial ReadOnlyMemory<byte> Maps(
        Dictionary<string, Item> map, IReadOnlyDictionary<int, List<Item>> readOnly, SortedDictionary<DateOnly, decimal> sorted, KeyValuePair<string, Item> pair,
        byte[] bytes, Memory<byte> memory, JsonElement json);

    private ReadOnlyMemory<byte> MapsCore(
        Dictionary<string, Item> map, IReadOnlyDictionary<int, List<Item>> readOnly, SortedDictionary<DateOnly, decimal> sorted, KeyValuePair<string, Item> pair,
        byte[] bytes, Memory<byte> memory, JsonElement json) => bytes;

    [Recorded]
    public partial (int, string) Tuples(
        (int A, Item? B, (string, Guid?) C) tuple, (int, int, int, int, int, int, int, string Eighth, long) big, Tuple<string, int> old, ValueTuple<int> one);

    private (int, string) TuplesCore(
        (int A, Item? B, (string, Guid?) C) tuple, (int, int, int, int, int, int, int, string Eighth, long) big, Tuple<string, int> old, ValueTuple<int> one) => (1, "");
}
