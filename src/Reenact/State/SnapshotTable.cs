namespace Reenact.States;

/// <summary>The last snapshot of each name of a session that is recorded, so that the next one is written as what has changed. Not thread-safe.</summary>
internal sealed class SnapshotTable
{
    /// <summary>A full snapshot comes at the latest after so many deltas, so that no state takes long to put together.</summary>
    public const int LongestChain = 100;

    private readonly Dictionary<string, Chain> chains = new(StringComparer.Ordinal);

    /// <summary>Takes a state.</summary>
    /// <returns>What to write of it, and whether that is a delta.</returns>
    public (ReadOnlyMemory<byte> State, bool IsDelta) Take(string name, long? version, byte[] state)
    {
        if (chains.TryGetValue(name, out var chain) && chain.Deltas < LongestChain && chain.Version == version
            && DeltaMaker.Make(chain.Last, state) is { } delta && chain.DeltaBytes + delta.Length <= chain.FullBytes)
        {
            chains[name] = chain with { Last = state, Deltas = chain.Deltas + 1, DeltaBytes = chain.DeltaBytes + delta.Length };
            return (delta, true);
        }

        chains[name] = new Chain(version, state, state.Length, 0, 0);
        return (state, false);
    }

    /// <summary>A full snapshot and the deltas after it.</summary>
    private sealed record Chain(long? Version, byte[] Last, long FullBytes, int Deltas, long DeltaBytes);
}
