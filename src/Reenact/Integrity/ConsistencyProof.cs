namespace Reenact.Integrity;

/// <summary>Proves that a Merkle tree grew out of a smaller one: nothing of that was changed or left out (RFC 6962, section 2.1.2). Immutable.</summary>
public sealed class ConsistencyProof
{
    private readonly byte[][] hashes;

    /// <summary>Makes a proof of its parts, which <see cref="Verify"/> judges.</summary>
    /// <param name="oldSize">The number of leaves of the smaller tree.</param>
    /// <param name="newSize">The number of leaves of the larger tree.</param>
    /// <param name="hashes">The hashes of the proof: 32 bytes each, at most 63.</param>
    /// <exception cref="ArgumentException">The hashes are too many, or one is not 32 bytes long.</exception>
    public ConsistencyProof(long oldSize, long newSize, IEnumerable<ReadOnlyMemory<byte>> hashes)
        : this(oldSize, newSize, ProofHashes.Copy(hashes))
    {
    }

    internal ConsistencyProof(long oldSize, long newSize, byte[][] hashes)
    {
        OldSize = oldSize;
        NewSize = newSize;
        this.hashes = hashes;
    }

    /// <summary>The number of leaves of the smaller tree.</summary>
    public long OldSize { get; }

    /// <summary>The number of leaves of the larger tree.</summary>
    public long NewSize { get; }

    /// <summary>The hashes of the proof: 32 bytes each.</summary>
    public IReadOnlyList<ReadOnlyMemory<byte>> Hashes => [.. hashes.Select(hash => new ReadOnlyMemory<byte>(hash))];

    /// <summary>Checks the proof, as RFC 9162, section 2.1.4.2 has it.</summary>
    /// <param name="oldRoot">The root of the smaller tree, from a checkpoint that was kept.</param>
    /// <param name="newRoot">The root of the larger tree.</param>
    /// <returns>Whether the larger one grew out of the smaller.</returns>
    public bool Verify(ReadOnlySpan<byte> oldRoot, ReadOnlySpan<byte> newRoot) => MerkleProof.VerifyConsistency(OldSize, NewSize, oldRoot, newRoot, hashes);
}
