namespace Reenact.Integrity;

/// <summary>Base64 of RFC 4648, section 4, in the one way that bytes have: no spaces, no breaks, padding, no stray bits.</summary>
internal static class StrictBase64
{
    public static bool TryDecode(ReadOnlySpan<char> text, out byte[] bytes)
    {
        bytes = new byte[text.Length / 4 * 3];
        if (text.Length % 4 != 0 || !Convert.TryFromBase64Chars(text, bytes, out var length))
            return false;
        bytes = bytes[..length];
        return text.SequenceEqual(Convert.ToBase64String(bytes));
    }

    /// <summary>Reads a hash of 32 bytes.</summary>
    public static bool TryDecodeHash(ReadOnlySpan<char> text, out byte[] hash)
    {
        hash = [];
        return text.Length == 44 && TryDecode(text, out hash) && hash.Length == MerkleHash.Size;
    }
}
