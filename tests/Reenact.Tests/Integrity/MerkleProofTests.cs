using CsCheck;
using Reenact.Integrity;
using Xunit;

namespace Reenact.Tests.Integrity;

public class MerkleProofTests
{
    // RFC 6962 test vectors of Certificate Transparency: the tree over the entries of MerkleTreeTests.
    private static readonly byte[][] EightLeaves =
        [.. new[] { "", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696A6B6C6D6E6F" }.Select(entry => MerkleHash.Leaf(Convert.FromHexString(entry)))];

    [Fact]
    public void Inclusion_proofs_are_those_of_RFC_6962()
    {
        Assert.Empty(Hex(MerkleProof.Inclusion(EightLeaves.AsSpan(0, 1), 0)));
        Assert.Equal(
            [
                "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7",
                "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
                "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4",
            ],
            Hex(MerkleProof.Inclusion(EightLeaves, 0)));
        Assert.Equal(
            [
                "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b",
                "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
                "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
            ],
            Hex(MerkleProof.Inclusion(EightLeaves, 5)));
        Assert.Equal(["fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125"], Hex(MerkleProof.Inclusion(EightLeaves.AsSpan(0, 3), 2)));
    }

    [Fact]
    public void Consistency_proofs_are_those_of_RFC_6962()
    {
        Assert.Empty(MerkleProof.Consistency(EightLeaves.AsSpan(0, 1), 1));
        Assert.Equal(
            [
                "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7",
                "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
                "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4",
            ],
            Hex(MerkleProof.Consistency(EightLeaves, 1)));
        Assert.Equal(
            [
                "0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a",
                "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
                "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
            ],
            Hex(MerkleProof.Consistency(EightLeaves, 6)));
    }

    [Fact]
    public void The_growing_tree_has_the_same_root_as_the_whole_one() => Gen.Int[0, 70].Sample(size =>
    {
        var leaves = Leaves(size);
        var tree = new MerkleTree();
        foreach (var leaf in leaves)
            tree.Add(leaf);
        Assert.Equal(MerkleProof.Root(leaves), tree.Root());
        Assert.Equal(size, tree.Size);
    }, iter: 200);

    [Fact]
    public void Every_leaf_of_every_tree_has_a_proof_and_no_other_leaf_passes_with_it()
    {
        for (var size = 1; size <= 20; size++)
        {
            var leaves = Leaves(size);
            var root = MerkleProof.Root(leaves);
            for (var index = 0; index < size; index++)
            {
                var proof = MerkleProof.Inclusion(leaves, index);
                Assert.True(MerkleProof.VerifyInclusion(leaves[index], index, size, proof, root));
                Assert.False(MerkleProof.VerifyInclusion(MerkleHash.Leaf("other"u8), index, size, proof, root));
                Assert.False(MerkleProof.VerifyInclusion(leaves[index], (index + 1) % (size + 1), size, proof, root));
                Assert.False(MerkleProof.VerifyInclusion(leaves[index], index, size, [.. proof, root], root));
                if (proof.Count > 0)
                    Assert.False(MerkleProof.VerifyInclusion(leaves[index], index, size, [.. proof.SkipLast(1)], root));
            }
        }
    }

    [Fact]
    public void Every_tree_is_consistent_with_those_it_grew_out_of_and_with_no_other()
    {
        for (var size = 1; size <= 20; size++)
        {
            var leaves = Leaves(size);
            var root = MerkleProof.Root(leaves);
            for (var old = 1; old <= size; old++)
            {
                var oldRoot = MerkleProof.Root(leaves.AsSpan(0, old));
                var proof = MerkleProof.Consistency(leaves, old);
                Assert.True(MerkleProof.VerifyConsistency(old, size, oldRoot, root, proof));

                var rewritten = leaves[..old];
                rewritten[old / 2] = MerkleHash.Leaf("rewritten"u8);
                Assert.False(MerkleProof.VerifyConsistency(old, size, MerkleProof.Root(rewritten), root, proof));
                Assert.False(MerkleProof.VerifyConsistency(old, size, oldRoot, root, [.. proof, root]));
                for (var index = 0; index < proof.Count; index++)
                    Assert.False(MerkleProof.VerifyConsistency(old, size, oldRoot, root, [.. proof[..index], MerkleHash.Empty(), .. proof[(index + 1)..]]));
            }
        }
    }

    private static byte[][] Leaves(int size) => [.. Enumerable.Range(0, size).Select(i => MerkleHash.Leaf([(byte)i]))];

    private static IEnumerable<string> Hex(IEnumerable<byte[]> hashes) => hashes.Select(Convert.ToHexStringLower);
}
