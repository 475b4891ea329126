using Reenact.Integrity;
using Xunit;

namespace Reenact.Tests.Integrity;

public class MerkleProofTests
{
    private static readonly byte[] Other = MerkleTree.HashLeaf("other"u8);

    [Fact]
    public void Inclusion_proofs_are_those_of_the_reference_tree()
    {
        foreach (var (index, size, hashes) in ReferenceTree.Inclusions)
        {
            var proof = ReferenceTree.Tree.ProveInclusion(index, size);
            Assert.Equal(hashes, ReferenceTree.Hex(proof.Hashes));
            Assert.True(proof.Verify(ReferenceTree.Tree[index].Span, Convert.FromHexString(ReferenceTree.Roots[size])));
        }
    }

    [Fact]
    public void Consistency_proofs_are_those_of_the_reference_tree()
    {
        foreach (var (oldSize, newSize, hashes) in ReferenceTree.Consistencies)
        {
            var proof = ReferenceTree.Tree.ProveConsistency(oldSize, newSize);
            Assert.Equal(hashes, ReferenceTree.Hex(proof.Hashes));
            Assert.True(proof.Verify(Convert.FromHexString(ReferenceTree.Roots[oldSize]), Convert.FromHexString(ReferenceTree.Roots[newSize])));
        }
    }

    [Fact]
    public void Every_leaf_of_every_tree_has_a_proof_and_no_other_leaf_passes_with_it()
    {
        for (var size = 1; size <= 20; size++)
        {
            var tree = MerkleTreeTests.Numbered(size);
            var root = tree.Root.Span;
            for (var index = 0; index < size; index++)
            {
                var proof = tree.ProveInclusion(index);
                var leaf = tree[index].Span;
                Assert.True(proof.Verify(leaf, root));
                Assert.False(proof.Verify(Other, root));
                Assert.False(proof.Verify(leaf, Other));
                Assert.False(proof.Verify(leaf[..31], root));
                Assert.False(new InclusionProof((index + 1) % (size + 1), size, proof.Hashes).Verify(leaf, root));
                Assert.False(new InclusionProof(-1, size, proof.Hashes).Verify(leaf, root));
                Assert.False(new InclusionProof(index, size, [.. proof.Hashes, Other]).Verify(leaf, root));
                if (proof.Hashes.Count > 0)
                    Assert.False(new InclusionProof(index, size, proof.Hashes.SkipLast(1)).Verify(leaf, root));
                for (var place = 0; place < proof.Hashes.Count; place++)
                    Assert.False(new InclusionProof(index, size, With(proof.Hashes, place)).Verify(leaf, root));
            }
        }
    }

    [Fact]
    public void Every_tree_is_consistent_with_those_it_grew_out_of_and_with_no_other()
    {
        for (var size = 1; size <= 20; size++)
        {
            var tree = MerkleTreeTests.Numbered(size);
            var root = tree.Root.Span;
            for (var old = 1; old <= size; old++)
            {
                var oldRoot = tree.RootAt(old).Span;
                var proof = tree.ProveConsistency(old);
                Assert.True(proof.Verify(oldRoot, root));

                var leaves = Enumerable.Range(0, old).Select(index => index == old / 2 ? Other : tree[index]);
                Assert.False(proof.Verify(MerkleTree.OfLeaves(leaves).Root.Span, root));
                Assert.False(proof.Verify(oldRoot, Other));
                Assert.False(new ConsistencyProof(old, size, [.. proof.Hashes, Other]).Verify(oldRoot, root));
                Assert.False(new ConsistencyProof(size + 1, size, proof.Hashes).Verify(oldRoot, root));
                for (var place = 0; place < proof.Hashes.Count; place++)
                    Assert.False(new ConsistencyProof(old, size, With(proof.Hashes, place)).Verify(oldRoot, root));
            }
        }
    }

    [Fact]
    public void Sizes_beyond_all_trees_are_judged_without_effort()
    {
        var many = Enumerable.Repeat<ReadOnlyMemory<byte>>(Other, 63).ToArray();

        Assert.False(new InclusionProof(long.MaxValue - 1, long.MaxValue, many).Verify(Other, Other));
        Assert.False(new ConsistencyProof(1, long.MaxValue, many).Verify(Other, Other));
        Assert.False(new ConsistencyProof(0, long.MaxValue, many).Verify(Other, Other));
    }

    [Fact]
    public void Hashes_that_are_too_many_or_of_another_length_are_refused()
    {
        Assert.Throws<ArgumentException>(() => new InclusionProof(0, 1, Enumerable.Repeat<ReadOnlyMemory<byte>>(Other, 64)));
        Assert.Throws<ArgumentException>(() => new ConsistencyProof(1, 2, [new ReadOnlyMemory<byte>(new byte[31])]));
    }

    private static IEnumerable<ReadOnlyMemory<byte>> With(IReadOnlyList<ReadOnlyMemory<byte>> hashes, int place) =>
        hashes.Select((hash, index) => index == place ? Other : hash);
}
