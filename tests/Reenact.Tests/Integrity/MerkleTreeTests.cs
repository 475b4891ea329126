using CsCheck;
using Reenact.Integrity;
using Xunit;

namespace Reenact.Tests.Integrity;

public class MerkleTreeTests
{
    [Fact]
    public void Roots_are_those_of_the_reference_tree()
    {
        for (var size = 0; size <= ReferenceTree.Tree.Size; size++)
            Assert.Equal(ReferenceTree.Roots[size], ReferenceTree.Hex(ReferenceTree.Tree.RootAt(size)));
        Assert.Equal(ReferenceTree.Roots[^1], ReferenceTree.Hex(ReferenceTree.Tree.Root));
    }

    [Fact]
    public void A_tree_that_grows_has_the_roots_of_the_reference_tree()
    {
        var frontier = new MerkleFrontier();
        Assert.Equal(ReferenceTree.Roots[0], ReferenceTree.Hex(frontier.Root()));
        for (var size = 1; size <= ReferenceTree.Tree.Size; size++)
        {
            frontier.Add(ReferenceTree.Tree[size - 1].ToArray());
            Assert.Equal(ReferenceTree.Roots[size], ReferenceTree.Hex(frontier.Root()));
        }
    }

    [Fact]
    public void A_tree_that_grows_has_the_same_root_as_the_whole_one() => Gen.Int[0, 70].Sample(size =>
    {
        var tree = Numbered(size);
        var frontier = new MerkleFrontier();
        for (var index = 0; index < size; index++)
            frontier.Add(tree[index].ToArray());
        Assert.Equal(tree.Root, frontier.Root());
        Assert.Equal(size, frontier.Size);
    }, iter: 200);

    [Fact]
    public void A_leaf_and_a_node_never_hash_alike() =>
        Assert.NotEqual(MerkleTree.HashLeaf(new byte[64]), MerkleHash.Node(new byte[32], new byte[32]));

    [Fact]
    public void Leaves_that_are_no_hashes_and_places_that_are_not_there_are_refused()
    {
        Assert.Throws<ArgumentException>(() => MerkleTree.OfLeaves([new byte[31]]));
        var tree = Numbered(5);
        Assert.Throws<ArgumentOutOfRangeException>(() => tree[5]);
        Assert.Throws<ArgumentOutOfRangeException>(() => tree.RootAt(6));
        Assert.Throws<ArgumentOutOfRangeException>(() => tree.ProveInclusion(5));
        Assert.Throws<ArgumentOutOfRangeException>(() => tree.ProveInclusion(3, size: 3));
        Assert.Throws<ArgumentOutOfRangeException>(() => tree.ProveConsistency(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => tree.ProveConsistency(4, size: 3));
    }

    [Fact]
    public void A_tree_is_made_of_copies()
    {
        var leaf = new byte[32];
        var tree = MerkleTree.OfLeaves([leaf]);
        leaf[0] = 1;

        Assert.Equal(new byte[32], tree.Root.ToArray());
    }

    internal static MerkleTree Numbered(int size) => MerkleTree.OfEntries(Enumerable.Range(0, size).Select(entry => new ReadOnlyMemory<byte>([(byte)entry])));
}
