namespace Reenact.Recorders;

/// <summary>Which replay a session is the recording of.</summary>
/// <param name="ParentSession">The session that was replayed.</param>
/// <param name="ParentEvent">The number of its last event that was served; null where the replay did not fork.</param>
/// <param name="ReplayId">The replay.</param>
/// <param name="Plan">Its plan, as JSON.</param>
internal sealed record SessionOrigin(Guid ParentSession, long? ParentEvent, Guid ReplayId, string Plan);
