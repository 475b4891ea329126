namespace Reenact.Integrity;

/// <summary>Proves that a leaf is in a Merkle tree (RFC 6962, section 2.1.1). Immutable.</summary>
public sealed class InclusionProof
{
    private readonly byte[][] hashes;

    /// <summary>Makes a proof of its parts, which <see cref="Verify"/> judges.</summary>
    /// <param name="index">The leaf's place, from 0.</param>
    /// <param name="treeSize">The number of leaves of the tree.</param>
    /// <param name="hashes">The hashes from the leaf's sibling up to the root's child: 32 bytes each, at most 63.</param>
    /// <exception cref="ArgumentException">The hashes are too many, or one is not 32 bytes long.</exception>
    public InclusionProof(long index, long treeSize, IEnumerable<ReadOnlyMemory<byte>> hashes)
        : this(index, treeSize, ProofHashes.Copy(hashes))
    {
    }

    internal InclusionProof(long index, long treeSize, byte[][] hashes)
    {
        Index = index;
        TreeSize = treeSize;
        this.hashes = hashes;
    }

    /// <summary>The leaf's place, from 0.</summary>
    public long Index { get; }

    /// <summary>The number of leaves of the tree.</summary>
    public long TreeSize { get; }

    /// <summary>The hashes from the leaf's sibling up to the root's child: 32 bytes each.</summary>
    public IReadOnlyList<ReadOnlyMemory<byte>> Hashes => [.. hashes.Select(hash => new ReadOnlyMemory<byte>(hash))];

    /// <summary>Checks the proof, as RFC 9162, section 2.1.3.2 has it.</summary>
    /// <param name="leafHash">The hash of the leaf, as <see cref="MerkleTree.HashLeaf"/> makes it.</param>
    /// <param name="root">The root of the tree, from a checkpoint that is trusted.</param>
    /// <returns>Whether the leaf is in the tree, at that place.</returns>
    public bool Verify(ReadOnlySpan<byte> leafHash, ReadOnlySpan<byte> root) =>
        leafHash.Length == MerkleHash.Size && MerkleProof.VerifyInclusion(leafHash.ToArray(), Index, TreeSize, hashes, root);
}
