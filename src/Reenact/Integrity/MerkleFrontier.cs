using System.Numerics;

namespace Reenact.Integrity;

/// <summary>The right edge of a growing Merkle tree (RFC 6962, section 2.1): the roots of its full subtrees, which is all that growing it takes. Not thread-safe.</summary>
internal sealed class MerkleFrontier
{
    /// <summary>The roots of the full subtrees from left to right; their sizes are the powers of two that make up <see cref="Size"/>.</summary>
    private readonly List<byte[]> subtrees = [];

    /// <summary>The number of leaves.</summary>
    public long Size { get; private set; }

    public void Add(byte[] leaf)
    {
        var hash = leaf;
        for (var merges = BitOperations.TrailingZeroCount(~Size); merges > 0; merges--)
        {
            hash = MerkleHash.Node(subtrees[^1], hash);
            subtrees.RemoveAt(subtrees.Count - 1);
        }

        subtrees.Add(hash);
        Size++;
    }

    public byte[] Root()
    {
        if (Size == 0)
            return MerkleHash.Empty();

        var root = subtrees[^1];
        for (var index = subtrees.Count - 2; index >= 0; index--)
            root = MerkleHash.Node(subtrees[index], root);
        return root;
    }
}
