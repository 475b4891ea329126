namespace Reenact.Format;

/// <summary>Why the key of an encrypted recording, or the dictionary of one that needs it, is not to be had.</summary>
/// <param name="Kind">What the exception says then.</param>
/// <param name="Reason">A sentence about the key, after the recording's name and the key's id: what happened, and what to do.</param>
/// <param name="Cause">What the key store said.</param>
internal sealed record MissingKey(RecordingErrorKind Kind, string Reason, Exception? Cause = null)
{
    /// <summary>Nobody was asked.</summary>
    public static readonly MissingKey NoStore = new(
        RecordingErrorKind.Encrypted, "no key store was given. Give one that has this key: RecordingOpenOptions.KeyStore or ReplayOptions.KeyStore in code, --keys FOLDER or REENACT_KEYS for the tool and for tests");

    /// <summary>Nobody was asked, by who wants to write.</summary>
    public static readonly MissingKey NoStoreToGoOn = new(RecordingErrorKind.Encrypted, "no key store was given. Give the one that has this key: RecordOptions.KeyStore");

    /// <summary>Whether the key was destroyed, so that nobody can read the contents any more.</summary>
    public bool IsErased => Kind == RecordingErrorKind.KeyDestroyed;

    /// <summary>Whether it is the dictionary that is missing, and not the key.</summary>
    public bool IsDictionary => Kind == RecordingErrorKind.DictionaryNotFound;

    /// <summary>The dictionary is nowhere.</summary>
    public static MissingKey OfDictionary(string id, string places) => new(
        RecordingErrorKind.DictionaryNotFound,
        $"its contents are compressed with dictionary {id}, which was not found; looked for: {places}. Give it with RecordingOpenOptions.Dictionaries, name its file or folder in {Dictionaries.DictionaryFinder.Variable}, or put it beside the recording");

    public RecordingException ToException(string store, Guid keyId) => new(
        Kind, store, IsDictionary ? $"{store}: {Reason}." : $"{store}: its contents are encrypted with key {keyId}, and {Reason}.", offset: null, Cause);
}
