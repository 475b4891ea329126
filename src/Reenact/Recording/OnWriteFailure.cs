namespace Reenact;

/// <summary>
/// What becomes of a session whose recording can't be written any more: the disk is full, or failed. What was flushed before stays readable,
/// nothing is written after it, and <see cref="SessionRecorder.WriteFailure"/> says so.
/// </summary>
public enum OnWriteFailure
{
    /// <summary>
    /// The session goes on, unrecorded from there. Flushing and disposing it throw, and <see cref="RecordOptions.WriteFailed"/> is told at once.
    /// </summary>
    GoOn = 0,

    /// <summary>
    /// Each recorded call that begins after that throws a <see cref="RecordingException"/> instead of running its body: nothing happens that
    /// nobody can prove later. Calls that are under way end as they would, since what they did is done.
    /// </summary>
    FailCalls = 1,
}
