using System.Security.Cryptography;
using System.Text;

namespace Reenact.Protection;

/// <summary>Encrypts values under the key of a role: AES-256-GCM with a random nonce; the role and the value's hash are authenticated with it.</summary>
internal static class RoleCipher
{
    public const int NonceLength = 12;

    public const int TagLength = 16;

    /// <returns>The ciphertext, and the tag behind it.</returns>
    public static byte[] Seal(ReadOnlyMemory<byte> key, string role, ReadOnlySpan<byte> hash, ReadOnlySpan<byte> nonce, ReadOnlySpan<byte> value)
    {
        var result = new byte[value.Length + TagLength];
        using var cipher = Cipher(key, role);
        cipher.Encrypt(nonce, value, result.AsSpan(0, value.Length), result.AsSpan(value.Length), Associated(role, hash));
        return result;
    }

    /// <exception cref="ValueFormatException">The key is another one, or the bytes were changed.</exception>
    public static byte[] Open(ReadOnlyMemory<byte> key, string role, ReadOnlySpan<byte> hash, ReadOnlySpan<byte> nonce, ReadOnlySpan<byte> content)
    {
        var value = new byte[content.Length - TagLength];
        try
        {
            using var cipher = Cipher(key, role);
            cipher.Decrypt(nonce, content[..^TagLength], content[^TagLength..], value, Associated(role, hash));
            return value;
        }
        catch (AuthenticationTagMismatchException exception)
        {
            throw new ValueFormatException(
                $"A recorded value is encrypted for role {Values.TextEscape.Message(role)}, and does not open with the key that was given for that role. Give the one it was recorded with.", exception);
        }
    }

    private static AesGcm Cipher(ReadOnlyMemory<byte> key, string role) => key.Length == Reenact.RoleKeys.KeyLength
        ? new AesGcm(key.Span, TagLength)
        : throw new ArgumentException($"The key of role {Values.TextEscape.Message(role)} has {key.Length} bytes; it takes {Reenact.RoleKeys.KeyLength}.");

    private static byte[] Associated(string role, ReadOnlySpan<byte> hash) => [.. "reenact/v1 role\0"u8, .. Encoding.UTF8.GetBytes(role), 0, .. hash];
}
