namespace Reenact.Generators.Incremental;

/// <summary>
/// Equal objects become one, as long as somebody else holds it: comparing them is then a comparison of references, and what did not
/// change takes no memory twice. Thread-safe.
/// </summary>
internal sealed class WeakSet<T>
    where T : class, IEquatable<T>
{
    private const int FewestBeforeSweep = 256;

    private readonly Dictionary<int, List<WeakReference<T>>> byHash = [];
    private int added;
    private int sweepAt = FewestBeforeSweep;

    /// <summary>The object of this value that is already known, or this one.</summary>
    public T Same(T value)
    {
        var hash = value.GetHashCode();
        lock (byHash)
        {
            if (!byHash.TryGetValue(hash, out var candidates))
                byHash[hash] = candidates = new List<WeakReference<T>>(1);

            foreach (var candidate in candidates)
            {
                if (candidate.TryGetTarget(out var known) && known.Equals(value))
                    return known;
            }

            candidates.Add(new WeakReference<T>(value));
            if (++added >= sweepAt)
                Sweep();

            return value;
        }
    }

    private void Sweep()
    {
        added = 0;
        foreach (var pair in byHash.ToList())
        {
            pair.Value.RemoveAll(static candidate => !candidate.TryGetTarget(out _));
            added += pair.Value.Count;
            if (pair.Value.Count == 0)
                byHash.Remove(pair.Key);
        }

        sweepAt = Math.Max(FewestBeforeSweep, added * 2);
    }
}
