namespace Reenact.Integrity;

/// <summary>One signature line of a signed note, whatever its algorithm. Immutable.</summary>
public sealed class NoteSignature
{
    internal NoteSignature(string keyName, byte[] keyId, byte[] signature)
    {
        KeyName = keyName;
        KeyId = keyId;
        Signature = signature;
    }

    /// <summary>The name of the key.</summary>
    public string KeyName { get; }

    /// <summary>The id of the key: 4 bytes. With the name it says which key, and of which algorithm.</summary>
    public ReadOnlyMemory<byte> KeyId { get; }

    /// <summary>The signature as the key's algorithm makes it; 64 bytes for Ed25519.</summary>
    public ReadOnlyMemory<byte> Signature { get; }

    internal string Line => $"{SignedNote.LineStart}{KeyName} {Convert.ToBase64String([.. KeyId.Span, .. Signature.Span])}\n";

    internal bool IsBy(RecordingVerifierKey key) => key.Name == KeyName && KeyId.Span.SequenceEqual(key.Id.Span);

    internal bool IsSameAs(NoteSignature other) =>
        KeyName == other.KeyName && KeyId.Span.SequenceEqual(other.KeyId.Span) && Signature.Span.SequenceEqual(other.Signature.Span);
}
