using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace Reenact.Values;

/// <summary>The SHA-256 of content, as a key.</summary>
internal readonly record struct ContentHash(ulong First, ulong Second, ulong Third, ulong Fourth) : IComparable<ContentHash>
{
    public static ContentHash Of(ReadOnlySpan<byte> content)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(content, hash);
        return MemoryMarshal.Read<ContentHash>(hash);
    }

    public override int GetHashCode() => First.GetHashCode();

    /// <summary>An order without a meaning, for what must come in the same order each time.</summary>
    public int CompareTo(ContentHash other) =>
        (First, Second, Third, Fourth).CompareTo((other.First, other.Second, other.Third, other.Fourth));
}
