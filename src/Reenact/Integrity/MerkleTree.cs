namespace Reenact.Integrity;

/// <summary>
/// A Merkle tree as RFC 6962, section 2.1 defines it, over SHA-256; of a recording, each block before the seal is a leaf. It proves that a leaf is in
/// it, and that it grew out of a smaller one. It holds 32 bytes for each leaf. Immutable.
/// </summary>
public sealed class MerkleTree
{
    private readonly byte[][] leaves;

    internal MerkleTree(byte[][] leaves) => this.leaves = leaves;

    /// <summary>The number of leaves.</summary>
    public int Size => leaves.Length;

    /// <summary>The root: 32 bytes. That of an empty tree is the hash of nothing.</summary>
    public ReadOnlyMemory<byte> Root => MerkleProof.Root(leaves);

    /// <summary>The hash of a leaf: 32 bytes.</summary>
    /// <param name="index">The leaf's place, from 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such leaf.</exception>
    public ReadOnlyMemory<byte> this[int index]
    {
        get
        {
            ArgumentOutOfRangeException.ThrowIfNegative(index);
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, Size);
            return leaves[index];
        }
    }

    /// <summary>Makes the tree over entries.</summary>
    /// <param name="entries">The entries, in order; each is hashed to a leaf.</param>
    public static MerkleTree OfEntries(IEnumerable<ReadOnlyMemory<byte>> entries)
    {
        ArgumentNullException.ThrowIfNull(entries);
        return new MerkleTree([.. entries.Select(entry => MerkleHash.Leaf(entry.Span))]);
    }

    /// <summary>Makes the tree over leaves.</summary>
    /// <param name="leafHashes">The hashes of the leaves, in order: 32 bytes each.</param>
    /// <exception cref="ArgumentException">One of them is not 32 bytes long.</exception>
    public static MerkleTree OfLeaves(IEnumerable<ReadOnlyMemory<byte>> leafHashes)
    {
        ArgumentNullException.ThrowIfNull(leafHashes);
        var leaves = leafHashes.Select(leaf => leaf.ToArray()).ToArray();
        return Array.FindIndex(leaves, leaf => leaf.Length != MerkleHash.Size) is var wrong && wrong < 0
            ? new MerkleTree(leaves)
            : throw new ArgumentException($"Leaf {wrong} has {leaves[wrong].Length} bytes; the hash of a leaf has {MerkleHash.Size}.", nameof(leafHashes));
    }

    /// <summary>Hashes an entry to a leaf: SHA-256(00 ‖ entry).</summary>
    /// <param name="entry">Of a block: bytes 8 to 31 of its header, and the SHA-256 of its body as stored.</param>
    /// <returns>32 bytes.</returns>
    public static byte[] HashLeaf(ReadOnlySpan<byte> entry) => MerkleHash.Leaf(entry);

    /// <summary>The root that the tree had when it was smaller.</summary>
    /// <param name="size">How many leaves it had: 0 to <see cref="Size"/>.</param>
    /// <returns>32 bytes.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The tree never had that size.</exception>
    public ReadOnlyMemory<byte> RootAt(int size) => MerkleProof.Root(FirstLeaves(size));

    /// <summary>Proves that a leaf is in the tree (RFC 6962, section 2.1.1).</summary>
    /// <param name="index">The leaf's place, from 0.</param>
    /// <param name="size">Of which tree: that over the first leaves; null for all.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such leaf in that tree, or the tree never had that size.</exception>
    public InclusionProof ProveInclusion(int index, int? size = null)
    {
        var tree = FirstLeaves(size ?? Size);
        return new InclusionProof(index, tree.Length, [.. MerkleProof.Inclusion(tree, index)]);
    }

    /// <summary>Proves that the tree grew out of a smaller one, whose leaves are its first (RFC 6962, section 2.1.2).</summary>
    /// <param name="oldSize">The size of the smaller one, from 1.</param>
    /// <param name="size">The size of the larger one; null for all leaves.</param>
    /// <exception cref="ArgumentOutOfRangeException">The tree never had one of these sizes.</exception>
    public ConsistencyProof ProveConsistency(int oldSize, int? size = null)
    {
        var tree = FirstLeaves(size ?? Size);
        return new ConsistencyProof(oldSize, tree.Length, [.. MerkleProof.Consistency(tree, oldSize)]);
    }

    private ReadOnlySpan<byte[]> FirstLeaves(int size)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(size);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(size, Size);
        return leaves.AsSpan(0, size);
    }
}
