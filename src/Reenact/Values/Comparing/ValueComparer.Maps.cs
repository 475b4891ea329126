using System.Runtime.InteropServices;

namespace Reenact.Values;

internal sealed partial class ValueComparer
{
    // Looking entries up takes memory, which the cap on work bounds too.
    private const int LookupWork = 1024;

    private bool CompareMaps(ref ValueSide expected, ref ValueSide actual)
    {
        var left = expected.Reader.ReadMapHeader();
        var actualLeft = actual.Reader.ReadMapHeader();
        var same = true;

        // Most maps that are compared have the same keys in the same order.
        for (; left > 0 && actualLeft > 0; left--, actualLeft--)
        {
            var key = expected.Peek();
            if (!Stored.TheSame(key, actual.Peek()))
                break;

            expected.Take();
            actual.Take();
            path.Enter(key);
            same &= Compare(ref expected, ref actual);
            path.Leave();
            if (IsExhausted || (!same && silent > 0))
                return false;
        }

        if (left == 0 && actualLeft == 0)
            return same;

        var entries = Entries(ref expected, left);
        return CompareEntries(expected, entries, actual, Entries(ref actual, actualLeft)) && same;
    }

    private bool CompareEntries(ValueSide expected, List<Entry> entries, ValueSide actual, List<Entry> actualEntries)
    {
        var places = new Dictionary<(string, int), int>(actualEntries.Count);
        for (var index = 0; index < actualEntries.Count; index++)
            places[actualEntries[index].Identity] = index;

        var same = true;
        foreach (var entry in entries)
        {
            path.Enter(entry.Key);
            if (places.Remove(entry.Identity, out var index))
                same &= CompareParts(expected.At(entry.Value), actual.At(actualEntries[index].Value));
            else if (!DefaultValue.Is(expected.At(entry.Value)))
                same = Removed(expected.At(entry.Value));
            path.Leave();
            if (IsExhausted || (!same && silent > 0))
                return false;
        }

        foreach (var entry in actualEntries)
        {
            if (!places.ContainsKey(entry.Identity) || DefaultValue.Is(actual.At(entry.Value)))
                continue;

            path.Enter(entry.Key);
            same = Added(actual.At(entry.Value));
            path.Leave();
            if (IsExhausted || silent > 0)
                return false;
        }

        return same;
    }

    private List<Entry> Entries(ref ValueSide side, int count)
    {
        var entries = new List<Entry>();
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        for (; count > 0 && !IsExhausted; count--)
        {
            var key = side.Take();
            var name = side.At(key).ReadKey();
            work += LookupWork + name.Length;
            ref var times = ref CollectionsMarshal.GetValueRefOrAddDefault(seen, name, out _);
            entries.Add(new Entry((name, times++), key, side.Take()));
        }

        return entries;
    }

    /// <summary>An entry of a map. A forged map may have a key several times, so that its name alone does not tell it.</summary>
    private readonly record struct Entry((string Name, int Time) Identity, EncodedValue Key, EncodedValue Value);
}
