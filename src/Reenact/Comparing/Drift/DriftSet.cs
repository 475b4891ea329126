namespace Reenact.Comparing;

/// <summary>A set of sessions. Immutable.</summary>
/// <param name="Sessions">How many sessions it has.</param>
/// <param name="Compared">How many of them are compared: of paired sets, those that have a counterpart.</param>
/// <param name="Unread">Recordings that can't be read, and why; they are left out.</param>
public sealed record DriftSet(int Sessions, int Compared, IReadOnlyList<UnreadRecording> Unread)
{
    /// <summary>How many of the sessions are without a seal: still being written, or cut by a crash. They are measured as far as they go.</summary>
    internal int Unsealed { get; init; }
}
