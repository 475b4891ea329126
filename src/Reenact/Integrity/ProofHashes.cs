namespace Reenact.Integrity;

/// <summary>The hashes that proofs are made of.</summary>
internal static class ProofHashes
{
    /// <summary>No tree of 64-bit size needs more.</summary>
    public const int Max = 63;

    public static byte[][] Copy(IEnumerable<ReadOnlyMemory<byte>> hashes)
    {
        ArgumentNullException.ThrowIfNull(hashes);
        var copies = new List<byte[]>();
        foreach (var hash in hashes)
        {
            if (hash.Length != MerkleHash.Size || copies.Count == Max)
                throw new ArgumentException($"A proof has at most {Max} hashes of {MerkleHash.Size} bytes each.", nameof(hashes));
            copies.Add(hash.ToArray());
        }

        return [.. copies];
    }
}
