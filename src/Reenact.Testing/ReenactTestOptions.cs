namespace Reenact.Testing;

/// <summary>How a test uses its recording. Immutable.</summary>
public sealed record ReenactTestOptions
{
    /// <summary>
    /// What to do with the recording. Null, the default, is what the test framework's attribute says (<c>[ReenactMode]</c> of
    /// <c>Reenact.Testing.Xunit</c>), else <see cref="ReenactMode.Once"/> on a developer's machine and
    /// <see cref="ReenactMode.Replay"/> in CI. The environment variable <c>REENACT_MODE</c> overrides it.
    /// </summary>
    public ReenactMode? Mode { get; init; }

    /// <summary>
    /// The methods marked <c>[Recorded(SideEffects = true)]</c> that the test may call for real, when it records or runs without a
    /// recording: their names in recordings, or ends of them that are of one method only, as <c>Bank.PayAsync</c>. Calls of others
    /// fail the test before anything happens. A replay calls nothing for real, and needs no names.
    /// </summary>
    public IReadOnlyList<string> AllowSideEffects { get; init; } = [];

    /// <summary>Who runs the session, as it is written into a recording; null writes nothing.</summary>
    public SessionInfo? Info { get; init; }

    /// <summary>
    /// How a recording says that its session ended, where the code doesn't say so itself. Null, the default, is
    /// <see cref="Reenact.Outcome.Success"/>, or <see cref="Reenact.Outcome.Failure"/> where the code is expected to throw.
    /// </summary>
    public Outcome? Outcome { get; init; }

    /// <summary>
    /// How to record. Unlike an application a test schedules exactly unless told otherwise, so that its replays reproduce every
    /// race. <see cref="RecordOptions.Replace"/> doesn't count: the mode decides.
    /// </summary>
    public RecordOptions Record { get; init; } = new() { Scheduling = Scheduling.Exact };

    /// <summary>
    /// How to replay. With <see cref="ReplayOptions.ContinueOnDivergence"/> the test fails all the same, after the whole run and
    /// with all that it found.
    /// </summary>
    public ReplayOptions Replay { get; init; } = new();
}
