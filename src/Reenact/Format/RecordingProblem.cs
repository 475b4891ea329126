namespace Reenact;

/// <summary>Something that is wrong with a recording. Immutable.</summary>
/// <param name="Kind">What is wrong.</param>
/// <param name="Offset">Where, in bytes from the recording's start.</param>
/// <param name="Message">What is wrong, where, what is missing, and what to do, for a person.</param>
public sealed record RecordingProblem(RecordingProblemKind Kind, long Offset, string Message)
{
    /// <summary>Whether this is a crash or a cut, which leaves all before it intact, and no change of bytes.</summary>
    internal bool IsCut => Kind is RecordingProblemKind.TornBlock or RecordingProblemKind.MissingTrailer;

    /// <summary>What a problem with a block is, whose reading failed; null when that is no problem of the block.</summary>
    internal static RecordingProblemKind? KindOf(RecordingException exception) => exception.Kind switch
    {
        RecordingErrorKind.Damaged => RecordingProblemKind.DamagedBlock,
        RecordingErrorKind.NeedsNewerReader => RecordingProblemKind.UnknownBlock,
        RecordingErrorKind.NotAuthentic => RecordingProblemKind.NotAuthenticBlock,
        RecordingErrorKind.WrongEncryption => RecordingProblemKind.WronglyEncryptedBlock,
        _ => null,
    };

    /// <summary>What reading says of a block that has a problem; null for problems with no block.</summary>
    internal RecordingErrorKind? ErrorKind => Kind switch
    {
        RecordingProblemKind.DamagedBlock or RecordingProblemKind.UnknownBlock => RecordingErrorKind.Damaged,
        RecordingProblemKind.NotAuthenticBlock => RecordingErrorKind.NotAuthentic,
        RecordingProblemKind.WronglyEncryptedBlock => RecordingErrorKind.WrongEncryption,
        _ => null,
    };
}
