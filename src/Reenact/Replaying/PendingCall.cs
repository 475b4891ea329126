using Reenact.Events;

namespace Reenact.Replaying;

/// <summary>A served call whose recorded completion has not been released yet.</summary>
/// <param name="Call">The recorded call.</param>
/// <param name="End">Its recorded end.</param>
/// <param name="Release">Completes what the code awaits.</param>
internal sealed record PendingCall(ScriptCall Call, RecordedEvent End, Action Release);
