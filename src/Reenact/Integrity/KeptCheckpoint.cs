namespace Reenact.Integrity;

/// <summary>A checkpoint that a recording was held against. Immutable.</summary>
public sealed class KeptCheckpoint
{
    internal KeptCheckpoint(Checkpoint checkpoint, CheckpointStatus status, SignatureCheck signature)
    {
        Checkpoint = checkpoint;
        Status = status;
        Signature = signature;
    }

    /// <summary>The checkpoint.</summary>
    public Checkpoint Checkpoint { get; }

    /// <summary>Whether the recording grew from it.</summary>
    public CheckpointStatus Status { get; }

    /// <summary>What its signature is worth. Without one, it proves as much as the place where it was kept.</summary>
    public SignatureCheck Signature { get; }
}
