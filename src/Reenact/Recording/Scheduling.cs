namespace Reenact;

/// <summary>How the code of a recorded session is scheduled.</summary>
public enum Scheduling
{
    /// <summary>As it is without Reenact. Calls that were in flight at once may be ordered by near ties that a replay can't know.</summary>
    Free,

    /// <summary>
    /// On one thread, completions one after the other (<see cref="SessionRecorder.RunAsync{T}"/>): replays reproduce every race.
    /// Recorded calls still run in parallel.
    /// </summary>
    Exact,
}
