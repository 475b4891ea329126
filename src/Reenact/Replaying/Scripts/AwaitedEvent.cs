using Reenact.Events;

namespace Reenact.Replaying;

/// <summary>A recorded event that was read and that code awaits.</summary>
/// <param name="Call">The recorded call.</param>
/// <param name="Happened">Its end, an item, or a report of progress.</param>
/// <param name="Waiter">What is told when its turn comes.</param>
internal readonly record struct AwaitedEvent(ScriptCall Call, RecordedEvent Happened, IAwaitsEvent Waiter);
