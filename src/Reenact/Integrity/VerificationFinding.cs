namespace Reenact.Integrity;

/// <summary>Something that verifying a recording found. Immutable.</summary>
/// <param name="Severity">How bad it is.</param>
/// <param name="Message">What it is, where, and what to do, for a person.</param>
/// <param name="Offset">Where in the recording, in bytes from its start; null when it is about no one place.</param>
/// <param name="Sequence">The number of the event that it is about; null when it is about none.</param>
public sealed record VerificationFinding(FindingSeverity Severity, string Message, long? Offset = null, long? Sequence = null)
{
    /// <summary>What the recording is beside a checkpoint that was kept, where that is what was found.</summary>
    public CheckpointStatus? Checkpoint { get; init; }
}
