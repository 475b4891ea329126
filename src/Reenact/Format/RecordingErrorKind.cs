namespace Reenact;

/// <summary>Why a recording could not be opened, read or written.</summary>
public enum RecordingErrorKind
{
    /// <summary>The storage failed in another way; the inner exception says how.</summary>
    StorageFailed = 0,

    /// <summary>There is no such file, or its folder does not exist.</summary>
    NotFound = 1,

    /// <summary>The path is a folder.</summary>
    IsDirectory = 2,

    /// <summary>The file may not be read or written by this user.</summary>
    AccessDenied = 3,

    /// <summary>The file exists and was not to be replaced.</summary>
    AlreadyExists = 4,

    /// <summary>The disk is full, or a quota is used up.</summary>
    DiskFull = 5,

    /// <summary>Another process has the file open.</summary>
    InUse = 6,

    /// <summary>The file has no bytes.</summary>
    Empty = 7,

    /// <summary>The file is something else than a recording.</summary>
    NotARecording = 8,

    /// <summary>The recording is of a version, or uses a feature, that this version of the library cannot read.</summary>
    NeedsNewerReader = 9,

    /// <summary>The recording is encrypted, and no key store was given that has its key.</summary>
    Encrypted = 10,

    /// <summary>The recording ends before its contents can begin.</summary>
    Cut = 11,

    /// <summary>Bytes of the recording are not what was written.</summary>
    Damaged = 12,

    /// <summary>What was to be written is larger than the format allows.</summary>
    TooLarge = 13,

    /// <summary>The signer failed, took too long or gave something else than a signature. The recording is whole and sealed, but not signed.</summary>
    SigningFailed = 14,

    /// <summary>The last checkpoint could not be handed over. The recording itself is whole.</summary>
    CheckpointFailed = 15,

    /// <summary>The file holds no signing key.</summary>
    NotAKey = 16,

    /// <summary>The store can't do what was asked of it, now or ever.</summary>
    NotSupported = 17,

    /// <summary>The recording is encrypted, and the key store doesn't know its key.</summary>
    KeyNotFound = 20,

    /// <summary>The recording is encrypted, and its key was destroyed: nobody can read its contents any more.</summary>
    KeyDestroyed = 21,

    /// <summary>The key store failed, or did not answer in time.</summary>
    KeyStoreFailed = 22,

    /// <summary>The key that the key store gave is not the one that the recording was encrypted with.</summary>
    WrongKey = 23,

    /// <summary>An encrypted block is not what was encrypted with the recording's key at its place: it was changed on purpose, or belongs elsewhere.</summary>
    NotAuthentic = 24,

    /// <summary>A block is encrypted in a recording that is not, or in the clear in one that is encrypted.</summary>
    WrongEncryption = 25,

    /// <summary>The recording is compressed with a dictionary that was not found: its contents can't be read. It can be verified.</summary>
    DictionaryNotFound = 30,

    /// <summary>The file holds no dictionary for recordings.</summary>
    NotADictionary = 31,

    /// <summary>No dictionary is learned from these recordings: they are of several tenants, encrypted, or too few.</summary>
    NotForTraining = 32,
}
