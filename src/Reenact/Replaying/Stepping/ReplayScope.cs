using Reenact.Events;

namespace Reenact.Replaying;

/// <summary>The part of a recording that a replay is about, where that is not the whole: one call, or what comes after a snapshot.</summary>
/// <param name="Inside">The call inside which the code runs; the session itself, too.</param>
/// <param name="Only">The only call that is expected there; null when all are from where the replay begins.</param>
/// <param name="Calls">How many calls a replay serves of it.</param>
internal sealed record ReplayScope(ScriptCall Inside, long? Only, int Calls)
{
    /// <summary>The state with which the replay begins.</summary>
    public RecordedState? State { get; init; }

    /// <summary>The call that is replayed alone.</summary>
    public CallStartedEvent? Call { get; init; }
}
