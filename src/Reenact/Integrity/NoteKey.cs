using System.Security.Cryptography;
using System.Text;

namespace Reenact.Integrity;

/// <summary>Names and ids of Ed25519 keys in signed notes (C2SP signed-note).</summary>
internal static class NoteKey
{
    public const int IdSize = 4;
    public const int PublicKeySize = 32;
    public const int SignatureSize = 64;
    public const byte Ed25519 = 0x01;
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

    public static bool IsValidName(string name) =>
        name.Length > 0 && Encoding.UTF8.GetByteCount(name) <= MaxName && !name.Contains('+') && !name.Any(c => char.IsWhiteSpace(c) || char.IsControl(c));

    public static void CheckName(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        if (!IsValidName(name))
            throw new ArgumentException($"'{name}' can't name a key: give up to {MaxName} bytes without spaces, control characters and '+', for example example.com/recordings.", nameof(name));
    }
}
