namespace Reenact.Integrity;

/// <summary>What a recording is verified against.</summary>
public sealed record VerificationOptions
{
    /// <summary>Keys whose signature counts.</summary>
    public IReadOnlyList<RecordingVerifierKey> TrustedKeys { get; init; } = [];

    /// <summary>Checkpoints that were kept while the session grew, or of an earlier copy: the recording must have grown from each.</summary>
    public IReadOnlyList<Checkpoint> Checkpoints { get; init; } = [];

    /// <summary>
    /// Whether only what is stored is checked: structure, checksums, hash tree, seal, signatures, checkpoints. That takes no decompression, and
    /// finds every change of what was written; whether events, index and summary made sense when they were written is left out.
    /// </summary>
    public bool StoredBytesOnly { get; init; }
}
