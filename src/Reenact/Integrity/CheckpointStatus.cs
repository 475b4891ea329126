namespace Reenact.Integrity;

/// <summary>What a recording is beside a checkpoint that was kept.</summary>
public enum CheckpointStatus
{
    /// <summary>The recording is that of the checkpoint, or grew from it.</summary>
    Grown = 0,

    /// <summary>The recording is shorter: its end was cut off.</summary>
    Cut = 1,

    /// <summary>What the checkpoint covers is not what is there now: it was rewritten.</summary>
    Rewritten = 2,

    /// <summary>The recording is of another session.</summary>
    OtherSession = 3,

    /// <summary>The checkpoint itself has a wrong signature of a trusted key: it proves nothing.</summary>
    WrongSignature = 4,

    /// <summary>The recording is damaged before the checkpoint's end, so that they can't be compared.</summary>
    Undecided = 5,
}
