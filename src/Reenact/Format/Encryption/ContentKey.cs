using System.Security.Cryptography;
using Reenact.Keys;

namespace Reenact.Format;

/// <summary>With what the contents of one recording are read and written: its key, where it is encrypted, and its dictionary, or the reason why one is missing. Thread-safe.</summary>
internal sealed class ContentKey : IDisposable
{
    /// <summary>For recordings that are not encrypted.</summary>
    public static readonly ContentKey None = new(Guid.Empty);

    private readonly SessionKey? key;

    private ContentKey(Guid id, SessionKey? key = null)
    {
        Id = id;
        this.key = key;
    }

    /// <summary>Takes a key over.</summary>
    public ContentKey(SessionKey key)
        : this(key.Id, key)
    {
    }

    /// <summary>The key's id; empty where nothing is encrypted.</summary>
    public Guid Id { get; }

    /// <summary>Whether the recording is encrypted.</summary>
    public bool IsEncrypted => Id != Guid.Empty;

    /// <summary>Why the contents can't be read; null when they can.</summary>
    public MissingKey? Missing { get; private init; }

    /// <summary>What blocks with a dictionary are compressed with: the format's own, unless the recording names another.</summary>
    public Zstd Compression { get; private init; } = FormatDictionary.Compression;

    /// <summary>The dictionary that the recording names; empty where it names none.</summary>
    public string DictionaryId { get; private init; } = "";

    /// <summary>Whether the contents can't be read.</summary>
    public bool IsLocked => Missing is not null;

    /// <summary>For a recording whose key is not to be had.</summary>
    public static ContentKey Without(Guid id, MissingKey missing) => new(id) { Missing = missing };

    /// <summary>The same for a recording that names a dictionary. It takes the place of this one.</summary>
    public ContentKey With(RecordingDictionary dictionary) => new(Id, key) { Missing = Missing, DictionaryId = dictionary.Id, Compression = dictionary.Compression };

    /// <summary>The same for a recording whose dictionary is not to be had. It takes the place of this one.</summary>
    public ContentKey WithoutDictionary(string id, string places) => new(Id, key) { Missing = Missing ?? MissingKey.OfDictionary(id, places), DictionaryId = id };

    /// <summary>Derives what an epoch is written with.</summary>
    public EpochCipher Derive(byte[] sessionId, ReadOnlySpan<byte> salt) => EpochCipher.Derive(key!, sessionId, salt);

    /// <summary>Derives what an epoch, or a seal, was written with.</summary>
    /// <returns>Null when it was written with another key. Dispose it.</returns>
    public EpochCipher? TryDerive(byte[] sessionId, ReadOnlySpan<byte> salt, ReadOnlySpan<byte> commitment)
    {
        var cipher = Derive(sessionId, salt);
        if (CryptographicOperations.FixedTimeEquals(cipher.Commitment, commitment))
            return cipher;
        cipher.Dispose();
        return null;
    }

    /// <summary>Refuses to read contents that can't be read.</summary>
    /// <exception cref="RecordingException">The key is missing.</exception>
    public void ThrowIfLocked(string store)
    {
        if (Missing is { } missing)
            throw missing.ToException(store, Id);
    }

    /// <summary>Erases the key from memory.</summary>
    public void Dispose() => key?.Dispose();
}
