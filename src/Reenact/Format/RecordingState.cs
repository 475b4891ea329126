namespace Reenact;

/// <summary>How whole a recording is, as far as it has been read.</summary>
public enum RecordingState
{
    /// <summary>Its writer ended it. Whether nobody changed it since, only <see cref="Recording.Verify(Integrity.VerificationOptions)"/> tells.</summary>
    Sealed = 0,

    /// <summary>It has no end: it is being written, its writer crashed, or its end was cut off. All events that are there can be read.</summary>
    Unsealed = 1,

    /// <summary>Bytes within it are not what was written, or are missing.</summary>
    Damaged = 2,
}
