using NSec.Cryptography;

namespace Reenact.Integrity;

/// <summary>Signs recordings with an Ed25519 key held in this process. Thread-safe.</summary>
public sealed class RecordingSigner : IRecordingSigner, IDisposable
{
    private const string TextStart = "PRIVATE+KEY+";

    private readonly Key key;
    private readonly byte[] publicKey;

    private RecordingSigner(string name, Key key)
    {
        KeyName = name;
        this.key = key;
        publicKey = key.PublicKey.Export(KeyBlobFormat.RawPublicKey);
    }

    /// <summary>Makes a signer from a private key.</summary>
    /// <param name="privateKey">An Ed25519 private key: 32 bytes, as in RFC 8032.</param>
    /// <param name="name">The key's name, for example <c>example.com/recordings</c>.</param>
    /// <exception cref="ArgumentException">The name or the key is not valid.</exception>
    public RecordingSigner(ReadOnlySpan<byte> privateKey, string name)
        : this(name, Import(privateKey, name))
    {
    }

    /// <inheritdoc/>
    public string KeyName { get; }

    /// <inheritdoc/>
    public ReadOnlyMemory<byte> PublicKey => publicKey;

    /// <summary>What others need to check recordings that this signer signed.</summary>
    public RecordingVerifierKey VerifierKey => new(KeyName, publicKey);

    /// <summary>Makes a new key.</summary>
    /// <param name="name">The key's name, for example <c>example.com/recordings</c>.</param>
    /// <exception cref="ArgumentException">The name is not valid.</exception>
    public static RecordingSigner Generate(string name)
    {
        NoteKey.CheckName(name);
        return new RecordingSigner(name, new Key(SignatureAlgorithm.Ed25519, Exportable));
    }

    /// <summary>Reads a key that <see cref="ExportPrivateKey"/> wrote.</summary>
    /// <exception cref="FormatException">The text is no such key. The message does not repeat it.</exception>
    public static RecordingSigner Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var buffer = new byte[text.Length];
        if (text.StartsWith(TextStart, StringComparison.Ordinal)
            && text[TextStart.Length..].Trim().Split('+', 3) is [var name, var id, var encoded]
            && NoteKey.IsValidName(name)
            && Convert.TryFromBase64String(encoded, buffer, out var length)
            && length == 1 + NoteKey.PublicKeySize
            && buffer[0] == NoteKey.Ed25519)
        {
            var signer = new RecordingSigner(buffer.AsSpan(1, NoteKey.PublicKeySize), name);
            if (Convert.ToHexString(NoteKey.Id(name, signer.publicKey)).Equals(id, StringComparison.OrdinalIgnoreCase))
                return signer;
            signer.Dispose();
        }

        throw new FormatException("The text is no signing key; the form is PRIVATE+KEY+name+id+key, as ExportPrivateKey writes it.");
    }

    /// <summary>The private key as text, <c>PRIVATE+KEY+name+id+key</c>, as Go's note package writes it too. Keep it secret.</summary>
    public string ExportPrivateKey() =>
        $"{TextStart}{KeyName}+{Convert.ToHexStringLower(NoteKey.Id(KeyName, publicKey))}+{Convert.ToBase64String([NoteKey.Ed25519, .. key.Export(KeyBlobFormat.RawPrivateKey)])}";

    /// <inheritdoc/>
    public byte[] Sign(ReadOnlySpan<byte> text) => SignatureAlgorithm.Ed25519.Sign(key, text);

    /// <summary>Erases the private key from memory.</summary>
    public void Dispose() => key.Dispose();

    private static KeyCreationParameters Exportable => new() { ExportPolicy = KeyExportPolicies.AllowPlaintextExport };

    private static Key Import(ReadOnlySpan<byte> privateKey, string name)
    {
        NoteKey.CheckName(name);
        return Key.TryImport(SignatureAlgorithm.Ed25519, privateKey, KeyBlobFormat.RawPrivateKey, out var key, Exportable) && key is not null
            ? key
            : throw new ArgumentException($"The bytes for '{name}' are no Ed25519 private key; give the 32 bytes of RFC 8032.", nameof(privateKey));
    }
}
