using Reenact.Events;

namespace Reenact.Replaying;

/// <summary>A served call whose recorded completion, or report of progress, has not been released yet.</summary>
/// <param name="Call">The recorded call.</param>
/// <param name="End">Its recorded end, or the report.</param>
/// <param name="Release">Completes what the code awaits, or reports.</param>
internal sealed record PendingCall(ScriptCall Call, RecordedEvent End, Action Release);
