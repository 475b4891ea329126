namespace Reenact.Integrity;

/// <summary>
/// Proofs over the Merkle tree of RFC 6962, sections 2.1.1 and 2.1.2: that a leaf is in a tree, and that a tree grew out of
/// a smaller one. Verification follows RFC 9162, sections 2.1.3.2 and 2.1.4.2.
/// </summary>
internal static class MerkleProof
{
    /// <summary>The root of the tree over leaf hashes.</summary>
    public static byte[] Root(ReadOnlySpan<byte[]> leaves)
    {
        if (leaves.Length == 0)
            return MerkleHash.Empty();
        if (leaves.Length == 1)
            return leaves[0];
        var left = LeftSize(leaves.Length);
        return MerkleHash.Node(Root(leaves[..left]), Root(leaves[left..]));
    }

    /// <summary>Proves that a leaf is in a tree.</summary>
    /// <param name="leaves">All leaf hashes.</param>
    /// <param name="index">The leaf's place.</param>
    public static List<byte[]> Inclusion(ReadOnlySpan<byte[]> leaves, int index)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, leaves.Length);
        if (leaves.Length == 1)
            return [];
        var left = LeftSize(leaves.Length);
        var inLeft = index < left;
        var proof = inLeft ? Inclusion(leaves[..left], index) : Inclusion(leaves[left..], index - left);
        proof.Add(Root(inLeft ? leaves[left..] : leaves[..left]));
        return proof;
    }

    /// <summary>Checks that a leaf is in a tree.</summary>
    public static bool VerifyInclusion(byte[] leaf, long index, long size, IReadOnlyList<byte[]> proof, ReadOnlySpan<byte> root)
    {
        if (index < 0 || index >= size)
            return false;

        var (place, last) = (index, size - 1);
        var hash = leaf;
        foreach (var node in proof)
        {
            if (last == 0)
                return false;
            if ((place & 1) == 1 || place == last)
            {
                hash = MerkleHash.Node(node, hash);
                while ((place & 1) == 0 && place != 0)
                    (place, last) = (place >> 1, last >> 1);
            }
            else
            {
                hash = MerkleHash.Node(hash, node);
            }

            (place, last) = (place >> 1, last >> 1);
        }

        return last == 0 && root.SequenceEqual(hash);
    }

    /// <summary>Proves that a tree grew out of the tree over its first leaves.</summary>
    /// <param name="leaves">All leaf hashes of the larger tree.</param>
    /// <param name="size">The size of the smaller tree, from 1.</param>
    public static List<byte[]> Consistency(ReadOnlySpan<byte[]> leaves, int size)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(size, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(size, leaves.Length);
        return Consistency(leaves, size, isWhole: true);
    }

    /// <summary>Checks that a tree grew out of a smaller one.</summary>
    public static bool VerifyConsistency(long oldSize, long newSize, ReadOnlySpan<byte> oldRoot, ReadOnlySpan<byte> newRoot, IReadOnlyList<byte[]> proof)
    {
        if (oldSize < 1 || oldSize > newSize)
            return false;
        if (oldSize == newSize)
            return proof.Count == 0 && oldRoot.SequenceEqual(newRoot);

        var isPowerOfTwo = (oldSize & (oldSize - 1)) == 0;
        if (!isPowerOfTwo && proof.Count == 0)
            return false;

        var (place, last) = (oldSize - 1, newSize - 1);
        while ((place & 1) == 1)
            (place, last) = (place >> 1, last >> 1);

        var oldHash = isPowerOfTwo ? oldRoot.ToArray() : proof[0];
        var newHash = oldHash;
        for (var index = isPowerOfTwo ? 0 : 1; index < proof.Count; index++)
        {
            if (last == 0)
                return false;
            if ((place & 1) == 1 || place == last)
            {
                oldHash = MerkleHash.Node(proof[index], oldHash);
                newHash = MerkleHash.Node(proof[index], newHash);
                while ((place & 1) == 0 && place != 0)
                    (place, last) = (place >> 1, last >> 1);
            }
            else
            {
                newHash = MerkleHash.Node(newHash, proof[index]);
            }

            (place, last) = (place >> 1, last >> 1);
        }

        return last == 0 && oldRoot.SequenceEqual(oldHash) && newRoot.SequenceEqual(newHash);
    }

    private static List<byte[]> Consistency(ReadOnlySpan<byte[]> leaves, int size, bool isWhole)
    {
        if (size == leaves.Length)
            return isWhole ? [] : [Root(leaves)];
        var left = LeftSize(leaves.Length);
        List<byte[]> proof;
        if (size <= left)
        {
            proof = Consistency(leaves[..left], size, isWhole);
            proof.Add(Root(leaves[left..]));
        }
        else
        {
            proof = Consistency(leaves[left..], size - left, isWhole: false);
            proof.Add(Root(leaves[..left]));
        }

        return proof;
    }

    /// <summary>The largest power of two below a size of 2 or more.</summary>
    private static int LeftSize(int size) => (int)(System.Numerics.BitOperations.RoundUpToPowerOf2((uint)size) >> 1);
}
