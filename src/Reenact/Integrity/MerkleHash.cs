using System.Security.Cryptography;

namespace Reenact.Integrity;

/// <summary>Hashes of the Merkle tree of RFC 6962, section 2.1, over SHA-256.</summary>
internal static class MerkleHash
{
    public const int Size = SHA256.HashSizeInBytes;

    /// <summary>The root of a tree without leaves.</summary>
    public static byte[] Empty() => SHA256.HashData([]);

    public static byte[] Leaf(ReadOnlySpan<byte> entry)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData([0x00]);
        hash.AppendData(entry);
        return hash.GetHashAndReset();
    }

    /// <summary>The leaf of a block: its entry is the header after the checksum, and the hash of the body as stored.</summary>
    public static byte[] BlockLeaf(ReadOnlySpan<byte> hashedHeader, ReadOnlySpan<byte> body)
    {
        Span<byte> entry = stackalloc byte[hashedHeader.Length + Size];
        hashedHeader.CopyTo(entry);
        SHA256.HashData(body, entry[hashedHeader.Length..]);
        return Leaf(entry);
    }

    public static byte[] Node(ReadOnlySpan<byte> left, ReadOnlySpan<byte> right)
    {
        Span<byte> entry = stackalloc byte[1 + Size + Size];
        entry[0] = 0x01;
        left.CopyTo(entry[1..]);
        right.CopyTo(entry[(1 + Size)..]);
        return SHA256.HashData(entry);
    }
}
