namespace Reenact.Integrity;

/// <summary>What verifying a recording found. Immutable.</summary>
public sealed record RecordingVerification
{
    internal RecordingVerification()
    {
    }

    /// <summary>Whether there is no error: every byte that counts is what was written, the seal, if there is one, fits, and so do the checkpoints that were given.</summary>
    public bool IsIntact => Findings.All(finding => finding.Severity != FindingSeverity.Error);

    /// <summary>Whether the recording has a seal.</summary>
    public bool IsSealed { get; internal init; }

    /// <summary>
    /// Whether the contents are encrypted, and were checked: where they are <see cref="RecordingEncryption.Locked"/> or
    /// <see cref="RecordingEncryption.Erased"/>, index, summary and events were not.
    /// </summary>
    public RecordingEncryption Encryption { get; internal init; }

    /// <summary>The dictionary that the contents need and that was not found, so that index, summary and events were not checked: its SHA-256, in lower-case hexadecimal. Null where none is missing.</summary>
    public string? MissingDictionary { get; internal init; }

    /// <summary>Whether events, index and summary were left out, as the options said.</summary>
    public bool StoredBytesOnly { get; internal init; }

    /// <summary>What the signature of the seal is worth.</summary>
    public SignatureStatus Signature { get; internal init; }

    /// <summary>The name of the trusted key that signed the seal; null when none did.</summary>
    public string? SignedBy { get; internal init; }

    /// <summary>The checkpoint of the seal, which is a signed note that other tools can check; without signatures when it is unsigned, and null without a seal.</summary>
    public Checkpoint? Checkpoint { get; internal init; }

    /// <summary>The root of the Merkle tree over the blocks that are whole: 32 bytes.</summary>
    public ReadOnlyMemory<byte> Root { get; internal init; }

    /// <summary>The number of blocks that are whole, each a leaf of that tree.</summary>
    public long Leaves { get; internal init; }

    /// <summary>The number of events that can be read.</summary>
    public long Events { get; internal init; }

    /// <summary>How many of the events, the last ones, came from the recording's tail: its writer is at work, or crashed. No block has them, and so no leaf.</summary>
    public long EventsInTail { get; internal init; }

    /// <summary>The checkpoints that were given, in order of their sizes, and what the recording is beside each.</summary>
    public IReadOnlyList<KeptCheckpoint> Kept { get; internal init; } = [];

    /// <summary>All that was found, in order of the checks.</summary>
    public IReadOnlyList<VerificationFinding> Findings { get; internal init; } = [];
}
