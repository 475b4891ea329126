namespace Reenact.Testing;

/// <summary>
/// A test in <see cref="ReenactMode.Compare"/> found that tools or models answer otherwise than its recording says. The message has what
/// differs, and what to do.
/// </summary>
public sealed class RecordingDriftException : ReenactTestException
{
    internal RecordingDriftException(ReplayReport report, string message)
        : base(message) => Report = report;

    /// <summary>What ran live, how it answered, and what followed from it.</summary>
    public ReplayReport Report { get; }
}
