namespace Reenact.Integrity;

/// <summary>
/// When a session that is being recorded gives out checkpoints, and where to. Whoever keeps one where the recording's writers can't reach it can tell later
/// whether the recording grew from it: not cut, not rewritten, not another.
/// </summary>
/// <remarks>
/// A checkpoint covers what is durable (fsync). It is made in the background, signed by <see cref="RecordOptions.Signer"/> if there is one, and never holds
/// the session up; while one is under way, later ones wait and become one. The last one is that of the seal.
/// </remarks>
public sealed record CheckpointOptions
{
    /// <summary>How many blocks must be new since the last checkpoint; 1 unless set. A block is written when 512 KiB of events have gathered, and each second at the latest.</summary>
    public int EveryBlocks { get; init; } = 1;

    /// <summary>How much time must have passed since the last checkpoint; none unless set.</summary>
    public TimeSpan Interval { get; init; }

    /// <summary>
    /// Whether checkpoints are appended to <c>&lt;recording&gt;.checkpoints</c>, a text file beside the recording, each followed by an empty line.
    /// Nothing trusts that file unless asked to; copy it away while it grows. For recordings in files.
    /// </summary>
    public bool Sidecar { get; init; }

    /// <summary>Takes each checkpoint over, one after the other; one that throws is shown by <see cref="SessionRecorder.CheckpointFailure"/>.</summary>
    public Func<Checkpoint, CancellationToken, ValueTask>? OnCheckpoint { get; init; }

    /// <summary>How long <see cref="OnCheckpoint"/> is waited for each time: 30 seconds unless set.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(30);
}
