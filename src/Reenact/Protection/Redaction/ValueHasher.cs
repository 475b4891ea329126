using System.Security.Cryptography;

namespace Reenact.Protection;

/// <summary>
/// Hashes values under a key: HMAC-SHA256 (RFC 2104) over a label and the encoded value, of which 16 bytes are kept, behind 8 bytes that tell
/// keys apart. Thread-safe.
/// </summary>
internal sealed class ValueHasher
{
    /// <summary>How many bytes tell keys apart.</summary>
    public const int KeyIdLength = 8;

    /// <summary>How many bytes of a hash are kept, at least.</summary>
    public const int ShortestHash = 16;

    /// <summary>How many bytes a key's id and a hash are together.</summary>
    public const int Length = KeyIdLength + ShortestHash;

    private const int ShortestKey = 16;
    private const int LongestKey = 1024;

    private readonly byte[] key;
    private readonly byte[] id;

    /// <exception cref="ArgumentException">The key is too short or too long.</exception>
    public ValueHasher(ReadOnlySpan<byte> key)
    {
        if (key.Length is < ShortestKey or > LongestKey)
        {
            throw new ArgumentException($"RedactionOptions.HashKey has {key.Length} bytes; it takes {ShortestKey} to {LongestKey:N0}. `openssl rand 32` makes a good one.");
        }

        this.key = key.ToArray();
        id = HMACSHA256.HashData(this.key, "reenact/v1 hash key id"u8)[..KeyIdLength];
    }

    /// <summary>Hashes an encoded value.</summary>
    public byte[] Hash(ReadOnlySpan<byte> value)
    {
        using var hash = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, key);
        hash.AppendData("reenact/v1 value\0"u8);
        hash.AppendData(value);
        return [.. id, .. hash.GetHashAndReset().AsSpan(0, ShortestHash)];
    }
}
