namespace Reenact;

/// <summary>What is wrong with a recording.</summary>
public enum RecordingProblemKind
{
    /// <summary>It ends within a block, as after a crash.</summary>
    TornBlock = 0,

    /// <summary>The bytes of a block are not what was written.</summary>
    DamagedBlock = 1,

    /// <summary>A block is stored in a way that this reader does not know.</summary>
    UnknownBlock = 2,

    /// <summary>A whole block holds an event that is not what its kind demands.</summary>
    MalformedEvent = 3,

    /// <summary>It ends after its seal, within or before its trailer.</summary>
    MissingTrailer = 4,

    /// <summary>The bytes of the trailer are not what was written.</summary>
    DamagedTrailer = 5,

    /// <summary>The seal does not fit the recording.</summary>
    WrongSeal = 6,

    /// <summary>Something follows its end.</summary>
    TrailingBytes = 7,

    /// <summary>An encrypted block is whole, but not what was encrypted with the recording's key at its place: it was changed on purpose, or belongs elsewhere.</summary>
    NotAuthenticBlock = 8,

    /// <summary>A block is encrypted in a recording that is not, or in the clear in one that is encrypted.</summary>
    WronglyEncryptedBlock = 9,
}
