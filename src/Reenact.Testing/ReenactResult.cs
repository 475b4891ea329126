namespace Reenact.Testing;

/// <summary>How a test's run went. Immutable.</summary>
public record ReenactResult
{
    internal ReenactResult(ReenactMode mode, string recordingPath, ReplayReport? report)
    {
        Mode = mode;
        RecordingPath = recordingPath;
        Report = report;
    }

    /// <summary>What was done: <see cref="ReenactMode.Replay"/>, <see cref="ReenactMode.Record"/>, <see cref="ReenactMode.Compare"/> or <see cref="ReenactMode.Off"/>.</summary>
    public ReenactMode Mode { get; }

    /// <summary>The full path of the recording, also where there is none.</summary>
    public string RecordingPath { get; }

    /// <summary>What the replay found; null when the code ran without a recording, or into one.</summary>
    public ReplayReport? Report { get; }
}

/// <summary>How a test's run went, with what its code returned. Immutable.</summary>
public sealed record ReenactResult<T> : ReenactResult
{
    internal ReenactResult(ReenactMode mode, string recordingPath, ReplayReport? report, T output)
        : base(mode, recordingPath, report) => Output = output;

    /// <summary>What the code returned; where it was expected to throw, the exception.</summary>
    public T Output { get; }
}
