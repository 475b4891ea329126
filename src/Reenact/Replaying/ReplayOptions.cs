using Reenact.Keys;

namespace Reenact;

/// <summary>How a recording is replayed.</summary>
public sealed record ReplayOptions
{
    /// <summary>In which order calls must be made again.</summary>
    public MatchOrder MatchOrder { get; init; } = MatchOrder.Strict;

    /// <summary>Collects divergences in the report, up to 1,000, instead of throwing the first.</summary>
    public bool ContinueOnDivergence { get; init; }

    /// <summary>
    /// Whether a leak (an HTTP request, a DNS query, a connection, a process of replayed code's own) is a divergence.
    /// It is unless said: what came of it is not the recording's.
    /// </summary>
    public bool FailOnLeak { get; init; } = true;

    /// <summary>
    /// Targets that replayed code may reach without being reported: a host, an endpoint (<c>10.0.0.7:5432</c>), a URL or a command, ignoring
    /// case; with an asterisk at its end, all that begin so.
    /// </summary>
    public IReadOnlyList<string> AllowedLeaks { get; init; } = [];

    /// <summary>
    /// Whether snapshots are compared with the recorded ones. They are unless said: a state that differs is the earliest sign of a change. Turn it off
    /// to replay a recording that was made before the state's shape was changed on purpose.
    /// </summary>
    public bool CompareSnapshots { get; init; } = true;

    /// <summary>
    /// How long the replayed code may stand still, waiting for something that was not recorded, before the replay gives up.
    /// Code that computes gets twelve times as long. Five seconds unless said; more than zero. With
    /// <see cref="Timeout.InfiniteTimeSpan"/>, for debugging, it never gives up: code that gets no further then hangs, and <c>RunAsync</c> with it.
    /// </summary>
    public TimeSpan StuckTimeout { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>Has the keys of encrypted recordings. A replay that is recorded is encrypted as its recording is, under the same tenant.</summary>
    public IKeyStore? KeyStore { get; init; }

    /// <summary>How long the key store may take to give a key: 30 seconds unless set; more than zero.</summary>
    public TimeSpan KeyTimeout { get; init; } = KeyRequest.DefaultTimeout;

    /// <summary>Dictionaries that recordings may be compressed with, beyond those that are found by themselves (<see cref="RecordingOpenOptions.Dictionaries"/>).</summary>
    public IReadOnlyList<RecordingDictionary> Dictionaries { get; init; } = [];

    /// <summary>
    /// What the session was recorded with: what the code passes is redacted the same way before it is compared. Values whose key or redactor is missing are
    /// not compared, and the report says so. Role keys let encrypted results be served.
    /// </summary>
    public RedactionOptions? Redaction { get; init; }

    /// <summary>
    /// Whether what was erased or hashed in a recorded result is served all the same: text as empty text, anything else as its type's default (null, zero).
    /// Unless said, it ends the replay with a divergence.
    /// </summary>
    public bool ServeRedactedAsDefault { get; init; }

    /// <summary>What runs live, what is overridden, where the replay forks and is recorded; null serves every recorded call.</summary>
    public ReplayPlan? Plan { get; init; }

    /// <summary>How long a call that runs live may take before the replay gives up. Ten minutes unless said; more than zero.</summary>
    public TimeSpan LiveTimeout { get; init; } = TimeSpan.FromMinutes(10);
}
