using System.Diagnostics.CodeAnalysis;
using NSec.Cryptography;

namespace Reenact.Integrity;

/// <summary>
/// A public key that recordings can be checked with. Its text form is that of C2SP signed notes,
/// <c>name+id+key</c>, which other tools read too. Immutable.
/// </summary>
public sealed class RecordingVerifierKey
{
    private readonly PublicKey key;

    /// <summary>Makes a key from its parts.</summary>
    /// <param name="name">The key's name.</param>
    /// <param name="publicKey">An Ed25519 public key: 32 bytes, as in RFC 8032.</param>
    /// <exception cref="ArgumentException">The name or the key is not valid.</exception>
    public RecordingVerifierKey(string name, ReadOnlySpan<byte> publicKey)
    {
        NoteKey.CheckName(name);
        if (!PublicKey.TryImport(SignatureAlgorithm.Ed25519, publicKey, KeyBlobFormat.RawPublicKey, out var imported) || imported is null)
            throw new ArgumentException($"The bytes for '{name}' are no Ed25519 public key; give the 32 bytes of RFC 8032.", nameof(publicKey));
        Name = name;
        key = imported;
        Id = NoteKey.Id(name, publicKey);
    }

    /// <summary>The key's name.</summary>
    public string Name { get; }

    internal byte[] Id { get; }

    /// <summary>Reads the text form <c>name+id+key</c>: the id in hexadecimal, the key in base64 with 0x01 before it.</summary>
    /// <exception cref="FormatException">The text is no such key.</exception>
    public static RecordingVerifierKey Parse(string text) =>
        TryParse(text, out var key) ? key : throw new FormatException($"'{text}' is no verifier key; the form is name+id+key, for example example.com/recordings+1b2c3d4e+AQ….");

    /// <summary>Reads the text form <c>name+id+key</c>.</summary>
    /// <returns>Whether the text is such a key.</returns>
    public static bool TryParse([NotNullWhen(true)] string? text, [NotNullWhen(true)] out RecordingVerifierKey? key)
    {
        key = null;
        if (text?.Split('+', 3) is not [var name, var id, var encoded] || !NoteKey.IsValidName(name))
            return false;

        var bytes = new byte[encoded.Length];
        if (!Convert.TryFromBase64String(encoded, bytes, out var length) || length != 1 + NoteKey.PublicKeySize || bytes[0] != NoteKey.Ed25519)
            return false;

        var publicKey = bytes.AsSpan(1, NoteKey.PublicKeySize);
        if (!PublicKey.TryImport(SignatureAlgorithm.Ed25519, publicKey, KeyBlobFormat.RawPublicKey, out _)
            || !Convert.ToHexString(NoteKey.Id(name, publicKey)).Equals(id, StringComparison.OrdinalIgnoreCase))
        {
            return false;
        }

        key = new RecordingVerifierKey(name, publicKey);
        return true;
    }

    /// <summary>The text form <c>name+id+key</c>.</summary>
    public override string ToString() =>
        $"{Name}+{Convert.ToHexStringLower(Id)}+{Convert.ToBase64String([NoteKey.Ed25519, .. key.Export(KeyBlobFormat.RawPublicKey)])}";

    internal bool Verify(ReadOnlySpan<byte> text, ReadOnlySpan<byte> signature) =>
        signature.Length == NoteKey.SignatureSize && SignatureAlgorithm.Ed25519.Verify(key, text, signature);
}
