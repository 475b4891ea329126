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
        if (text.StartsWith(TextStart, StringComparison.Ordinal)
            && NoteKey.TryRead(text[TextStart.Length..], out var name, out var id, out var privateKey)
            && !name.Any(char.IsControl))
        {
            var signer = new RecordingSigner(privateKey, name);
            if (NoteKey.Id(name, signer.publicKey).AsSpan().SequenceEqual(id))
                return signer;
            signer.Dispose();
        }

        throw new FormatException("The text is no signing key; the form is PRIVATE+KEY+name+id+key, as ExportPrivateKey writes it.");
    }

    /// <summary>Reads a key from a file that <see cref="SaveNew"/> or <c>reenact keygen</c> wrote.</summary>
    /// <param name="path">The file: one line, at most 64 KiB.</param>
    /// <exception cref="RecordingException">The file can't be read, or holds no signing key. The message does not repeat what it holds.</exception>
    public static RecordingSigner Load(string path) => KeyFile.Load(path);

    /// <summary>Writes the private key to a new file that only its owner may read (mode 0600; on Windows the folder's permissions count).</summary>
    /// <param name="path">The file. One that is there is never replaced.</param>
    /// <exception cref="RecordingException">The file is there already, or can't be written.</exception>
    public void SaveNew(string path) => KeyFile.SaveNew(path, ExportPrivateKey());

    /// <summary>The private key as text, <c>PRIVATE+KEY+name+id+key</c>, as Go's note package writes it too. Keep it secret.</summary>
    public string ExportPrivateKey() => TextStart + NoteKey.Write(KeyName, NoteKey.Id(KeyName, publicKey), key.Export(KeyBlobFormat.RawPrivateKey));

    /// <summary>Signs bytes.</summary>
    /// <param name="text">The text of a signed note.</param>
    /// <returns>The signature: 64 bytes, as in RFC 8032.</returns>
    public byte[] Sign(ReadOnlySpan<byte> text) => SignatureAlgorithm.Ed25519.Sign(key, text);

    /// <inheritdoc/>
    public ValueTask<ReadOnlyMemory<byte>> SignAsync(ReadOnlyMemory<byte> text, CancellationToken cancellationToken) => new(Sign(text.Span));

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
