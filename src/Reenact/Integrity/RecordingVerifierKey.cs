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
    private readonly byte[] id;

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
        id = NoteKey.Id(name, publicKey);
    }

    /// <summary>The key's name.</summary>
    public string Name { get; }

    /// <summary>The key's id: 4 bytes, the first of SHA-256(name ‖ newline ‖ 01 ‖ public key).</summary>
    public ReadOnlyMemory<byte> Id => id;

    /// <summary>Reads the text form <c>name+id+key</c>: the id in hexadecimal, the key in base64 with 0x01, for Ed25519, before it.</summary>
    /// <exception cref="FormatException">The text is no such key.</exception>
    public static RecordingVerifierKey Parse(string text) =>
        TryParse(text, out var key) ? key : throw new FormatException("The text is no verifier key; the form is name+id+key, for example example.com/recordings+1b2c3d4e+AQ….");

    /// <summary>Reads the text form <c>name+id+key</c>.</summary>
    /// <returns>Whether the text is such a key.</returns>
    public static bool TryParse([NotNullWhen(true)] string? text, [NotNullWhen(true)] out RecordingVerifierKey? key)
    {
        key = null;
        if (text is null || !NoteKey.TryRead(text, out var name, out var id, out var publicKey)
            || name.Any(char.IsControl)
            || !NoteKey.Id(name, publicKey).AsSpan().SequenceEqual(id)
            || !PublicKey.TryImport(SignatureAlgorithm.Ed25519, publicKey, KeyBlobFormat.RawPublicKey, out _))
        {
            return false;
        }

        key = new RecordingVerifierKey(name, publicKey);
        return true;
    }

    /// <summary>The text form <c>name+id+key</c>.</summary>
    public override string ToString() => NoteKey.Write(Name, id, key.Export(KeyBlobFormat.RawPublicKey));

    internal bool Verify(ReadOnlySpan<byte> text, ReadOnlySpan<byte> signature) =>
        signature.Length == NoteKey.SignatureSize && SignatureAlgorithm.Ed25519.Verify(key, text, signature);
}
