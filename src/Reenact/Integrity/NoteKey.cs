using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;

namespace Reenact.Integrity;

/// <summary>Names, ids and texts of Ed25519 keys in signed notes (C2SP signed-note).</summary>
internal static class NoteKey
{
    public const int IdSize = 4;
    public const int KeySize = 32;
    public const int SignatureSize = 64;
    private const byte Ed25519 = 0x01;
    private const int MaxName = 1024;

    /// <summary>The first four bytes of SHA-256(name ‖ newline ‖ 0x01 ‖ public key).</summary>
    public static byte[] Id(string name, ReadOnlySpan<byte> publicKey)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes(name));
        hash.AppendData([(byte)'\n', Ed25519]);
        hash.AppendData(publicKey);
        return hash.GetHashAndReset()[..IdSize];
    }

    /// <summary>Whether a note may have a key of that name: not empty, without spaces of any kind and '+'.</summary>
    public static bool IsName(ReadOnlySpan<char> name)
    {
        foreach (var character in name)
        {
            if (character == '+' || char.IsWhiteSpace(character))
                return false;
        }

        return name.Length > 0;
    }

    /// <summary>Refuses a name for a key of our own; one that is shown to people has no control characters either.</summary>
    public static void CheckName(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        if (!IsName(name) || name.Any(char.IsControl) || Encoding.UTF8.GetByteCount(name) > MaxName)
            throw new ArgumentException($"'{name}' can't name a key: give up to {MaxName} bytes without spaces, control characters and '+', for example example.com/recordings.", nameof(name));
    }

    /// <summary>A key as text: <c>name+id+key</c>.</summary>
    public static string Write(string name, ReadOnlySpan<byte> id, ReadOnlySpan<byte> key) =>
        $"{name}+{Convert.ToHexStringLower(id)}+{Convert.ToBase64String([Ed25519, .. key])}";

    /// <summary>Reads a key as text. Whether the id is that of the key is not checked.</summary>
    public static bool TryRead(string text, [NotNullWhen(true)] out string? name, out byte[] id, out byte[] key)
    {
        (name, id, key) = (null, [], []);
        if (text.Split('+', 3) is not [var found, { Length: 2 * IdSize } hex, { Length: <= MaxName } encoded]
            || !IsName(found) || Encoding.UTF8.GetByteCount(found) > MaxName || !hex.All(char.IsAsciiHexDigit)
            || !StrictBase64.TryDecode(encoded, out var bytes) || bytes is not [Ed25519, .. { Length: KeySize } content])
        {
            return false;
        }

        (name, id, key) = (found, Convert.FromHexString(hex), content);
        return true;
    }
}
