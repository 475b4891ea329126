using Reenact.Keys;

namespace Reenact;

/// <summary>How a recording is opened.</summary>
public sealed record RecordingOpenOptions
{
    /// <summary>What reading does where bytes are not what was written.</summary>
    public OnDamage OnDamage { get; init; } = OnDamage.Throw;

    /// <summary>Has the keys of encrypted recordings. Without it, or where it doesn't have the key, such a recording can be verified, but its contents can't be read.</summary>
    public IKeyStore? KeyStore { get; init; }

    /// <summary>How long the key store may take to give a key: 30 seconds unless set; more than zero.</summary>
    public TimeSpan KeyTimeout { get; init; } = KeyRequest.DefaultTimeout;

    /// <summary>
    /// Dictionaries that the recording may be compressed with. Beyond these, the files and folders that the environment variable <c>REENACT_DICTIONARY</c> names, and
    /// <c>*.reenact-dict</c> beside the recording are looked into. Without its dictionary a recording can be verified, but its contents can't be read.
    /// </summary>
    public IReadOnlyList<RecordingDictionary> Dictionaries { get; init; } = [];
}
