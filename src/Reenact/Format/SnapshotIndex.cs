using System.Runtime.InteropServices;
using Reenact.States;

namespace Reenact.Format;

/// <summary>Where the snapshots of a recording are, so that a state is put together from a few events, wherever it is asked for.</summary>
internal sealed class SnapshotIndex
{
    private readonly Dictionary<ReadOnlyMemory<byte>, NamedSnapshots> byName = new(ByContent.Comparer);

    /// <summary>The snapshots of each name, names in order of their first snapshot.</summary>
    public List<NamedSnapshots> Names { get; } = [];

    /// <summary>Adds a name, as events have it.</summary>
    /// <returns>Null when it is there already.</returns>
    public NamedSnapshots? TryAdd(byte[] name)
    {
        var added = new NamedSnapshots(name);
        if (!byName.TryAdd(name, added))
            return null;

        Names.Add(added);
        return added;
    }

    /// <summary>Adds the next snapshot.</summary>
    public void Add(long sequence, ReadOnlySpan<byte> name, bool isDelta)
    {
        var bytes = name.ToArray();
        var snapshots = byName.GetValueOrDefault(bytes) ?? TryAdd(bytes)!;
        snapshots.Places.Add(new SnapshotPlace(sequence, isDelta));
    }
}

/// <summary>The snapshots of one name.</summary>
/// <param name="Name">The name, as events have it: an element.</param>
internal sealed record NamedSnapshots(byte[] Name)
{
    /// <summary>The snapshots, in order of their events.</summary>
    public List<SnapshotPlace> Places { get; } = [];

    /// <summary>
    /// Finds the events that the state as of an event is made of: a full snapshot and the deltas after it; only deltas where the full one is
    /// missing; none where there is no snapshot yet.
    /// </summary>
    public long[] ChainUntil(long sequence)
    {
        var places = CollectionsMarshal.AsSpan(Places);
        int first = 0, end = places.Length;
        while (first < end)
        {
            var middle = (first + end) / 2;
            if (places[middle].Sequence <= sequence)
                first = middle + 1;
            else
                end = middle;
        }

        for (first = end; first > 0 && places[first - 1].IsDelta; first--)
        {
        }

        first = Math.Max(first - 1, 0);
        var chain = new long[end - first];
        for (var index = first; index < end; index++)
            chain[index - first] = places[index].Sequence;
        return chain;
    }
}

/// <summary>One snapshot in the index.</summary>
/// <param name="Sequence">The number of its event.</param>
/// <param name="IsDelta">Whether it says only what has changed.</param>
internal readonly record struct SnapshotPlace(long Sequence, bool IsDelta);
