using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Collections.ObjectModel;

namespace EveryType.Values;

/// <summary>Dictionaries, with keys of several types.</summary>
internal sealed record Dictionaries(
    Dictionary<string, int> Texts,
    Dictionary<int, string> Numbers,
    Dictionary<(int, string), Place> Pairs,
    Dictionary<Place, int> Records,
    Dictionary<Level, int> Enums,
    SortedDictionary<string, int> Sorted,
    SortedList<string, int> SortedList,
    OrderedDictionary<string, int> Ordered,
    IDictionary<string, int> Interface,
    IReadOnlyDictionary<string, int> ReadOnlyInterface,
    ReadOnlyDictionary<string, int> ReadOnly,
    ImmutableDictionary<string, int> Immutable,
    ImmutableSortedDictionary<string, int> ImmutableSorted,
    IImmutableDictionary<string, int> ImmutableInterface,
    FrozenDictionary<string, int> Frozen,
    ConcurrentDictionary<string, int> Concurrent,
    KeyValuePair<string, int> Pair)
{
    public static Dictionaries Sample => new(
        new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase) { ["a"] = 1 },
        new Dictionary<int, string> { [1] = "a" },
        new Dictionary<(int, string), Place> { [(1, "a")] = new Place("Oslo", 1) },
        new Dictionary<Place, int> { [new Place("Oslo", 1)] = 1 },
        new Dictionary<Level, int> { [Level.High] = 1 },
        new SortedDictionary<string, int> { ["b"] = 2, ["a"] = 1 },
        new SortedList<string, int> { ["b"] = 2, ["a"] = 1 },
        new OrderedDictionary<string, int> { ["b"] = 2, ["a"] = 1 },
        new Dictionary<string, int> { ["a"] = 1 },
        new Dictionary<string, int> { ["a"] = 1 },
        new ReadOnlyDictionary<string, int>(new Dictionary<string, int> { ["a"] = 1 }),
        ImmutableDictionary.CreateRange([KeyValuePair.Create("b", 2), KeyValuePair.Create("a", 1)]),
        ImmutableSortedDictionary.CreateRange([KeyValuePair.Create("b", 2), KeyValuePair.Create("a", 1)]),
        ImmutableDictionary.CreateRange([KeyValuePair.Create("a", 1)]),
        new Dictionary<string, int> { ["b"] = 2, ["a"] = 1 }.ToFrozenDictionary(),
        new ConcurrentDictionary<string, int>(new Dictionary<string, int> { ["b"] = 2, ["a"] = 1 }),
        KeyValuePair.Create("a", 1));
}
