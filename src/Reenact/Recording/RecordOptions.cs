using Reenact.Integrity;
using Reenact.Keys;

namespace Reenact;

/// <summary>How a session is recorded.</summary>
public sealed record RecordOptions
{
    /// <summary>Signs the recording when it is sealed, and its checkpoints; null leaves them unsigned.</summary>
    public IRecordingSigner? Signer { get; init; }

    /// <summary>
    /// How long one signature is waited for: 30 seconds unless set. After that the recording is sealed without it, and disposing the session says so
    /// (<see cref="RecordingErrorKind.SigningFailed"/>).
    /// </summary>
    public TimeSpan SignerTimeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Checkpoints while the session grows, for who keeps them elsewhere; null for none.</summary>
    public CheckpointOptions? Checkpoints { get; init; }

    /// <summary>Whether a recording that is there already is replaced; if not, that is an error, so that no evidence is lost by a name.</summary>
    public bool Replace { get; init; }

    /// <summary>
    /// Makes and keeps the key that the recording is encrypted with; null leaves the recording in the clear. Where the key can't be had, the session
    /// is not recorded, and beginning it fails: it is never recorded in the clear instead. Events are handed to the operating system within about 50 ms.
    /// </summary>
    public IKeyStore? KeyStore { get; init; }

    /// <summary>
    /// Whose key the session's is wrapped under, of those in <see cref="KeyStore"/>; null takes <see cref="SessionInfo.Tenant"/>. A session that names no tenant gets
    /// this one.
    /// </summary>
    public string? Tenant { get; init; }

    /// <summary>How long the key store may take to give a key: 30 seconds unless set; more than zero.</summary>
    public TimeSpan KeyTimeout { get; init; } = KeyRequest.DefaultTimeout;

    /// <summary>What is kept out of the recording, and how; null erases what is marked <see cref="SensitiveAttribute">[Sensitive]</see>, and nothing else.</summary>
    public RedactionOptions? Redaction { get; init; }

    /// <summary>
    /// What the recording is compressed with, so that it takes a fraction of the bytes; null for the format's own dictionary. Whoever reads the recording needs the same one. It
    /// holds text of the recordings that it was learned from: have one for each tenant.
    /// </summary>
    public RecordingDictionary? Dictionary { get; init; }

    /// <summary>Whether races are scheduled so that a replay is exact.</summary>
    public Scheduling Scheduling { get; init; } = Scheduling.Free;

    /// <summary>
    /// What of the session survives which failure. Null: <see cref="Durability.EveryEvent"/> where the store can, as files can, else
    /// <see cref="Durability.Buffered"/>.
    /// </summary>
    public Durability? Durability { get; init; }

    /// <summary>
    /// Whether the start of a call that is marked <c>[Recorded(SideEffects = true)]</c> is on disk (fsync) before its body runs, at any level: what
    /// was paid, sent or booked is known also after a loss of power. The caller's thread waits for the disk.
    /// </summary>
    public bool DurableSideEffects { get; init; } = true;

    /// <summary>What becomes of the session when its recording can't be written any more.</summary>
    public OnWriteFailure OnWriteFailure { get; init; } = OnWriteFailure.GoOn;

    /// <summary>
    /// Told once, on a thread of the pool, when the recording can't be written any more and why: the place for an alarm. What it throws is
    /// ignored.
    /// </summary>
    public Action<Exception>? WriteFailed { get; init; }

    /// <summary>
    /// With <see cref="Scheduling.Exact"/>: how long the session's code may block its thread while other code of the session could go on, before
    /// <see cref="SessionRecorder.RunAsync{T}"/> gives up and says where it blocks. Ten seconds unless said; more than zero.
    /// </summary>
    public TimeSpan StuckTimeout { get; init; } = TimeSpan.FromSeconds(10);
}
