namespace Reenact;

/// <summary>Something that is wrong with a recording. Immutable.</summary>
/// <param name="Kind">What is wrong.</param>
/// <param name="Offset">Where, in bytes from the recording's start.</param>
/// <param name="Message">What is wrong, where, what is missing, and what to do, for a person.</param>
public sealed record RecordingProblem(RecordingProblemKind Kind, long Offset, string Message)
{
    /// <summary>Whether this is a crash or a cut, which leaves all before it intact, and no change of bytes.</summary>
    internal bool IsCut => Kind is RecordingProblemKind.TornBlock or RecordingProblemKind.MissingTrailer;
}
