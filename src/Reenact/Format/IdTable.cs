using System.Diagnostics.CodeAnalysis;

namespace Reenact.Format;

/// <summary>
/// Where ids are defined: sequence numbers by id. Ids are given as 1, 2, 3… and take 8 bytes each then; where a forged recording has others they are kept too. Not thread-safe
/// while it grows.
/// </summary>
internal sealed class IdTable
{
    private readonly List<long> inOrder = [];
    private Dictionary<uint, long>? others;

    /// <summary>How many ids there are.</summary>
    public int Count => others?.Count ?? inOrder.Count;

    /// <summary>Whether the ids came as 1, 2, 3…</summary>
    [MemberNotNullWhen(false, nameof(others))]
    public bool IsInOrder => others is null;

    /// <summary>The ids with their sequence numbers, in the order in which they came.</summary>
    public IEnumerable<KeyValuePair<uint, long>> Entries => others ?? inOrder.Select((sequence, index) => KeyValuePair.Create((uint)index + 1, sequence));

    /// <summary>Adds an id.</summary>
    /// <returns>Whether it was not there before; if it was, it stays as it is.</returns>
    public bool TryAdd(uint id, long sequence)
    {
        if (IsInOrder)
        {
            if (id == inOrder.Count + 1u)
            {
                inOrder.Add(sequence);
                return true;
            }

            if (TryGetValue(id, out _))
                return false;
            others = new Dictionary<uint, long>(Entries);
            inOrder.Clear();
        }

        return others.TryAdd(id, sequence);
    }

    /// <summary>Finds the sequence number of an id.</summary>
    /// <returns>Whether the id is there.</returns>
    public bool TryGetValue(uint id, out long sequence)
    {
        if (!IsInOrder)
            return others.TryGetValue(id, out sequence);
        var isThere = id - 1 < (uint)inOrder.Count; // 0 wraps around.
        sequence = isThere ? inOrder[(int)(id - 1)] : 0;
        return isThere;
    }

    /// <summary>Makes room for ids that are about to come in order.</summary>
    public void EnsureCapacity(int count) => inOrder.EnsureCapacity(count);
}
