using System.Diagnostics;

namespace Reenact.Recorders;

/// <summary>The time of a session: 100 ns ticks since its start, from the monotonic clock.</summary>
internal sealed class SessionClock
{
    private readonly long begun = Stopwatch.GetTimestamp();
    private readonly long before;

    /// <summary>Begins now.</summary>
    public SessionClock() => StartTime = DateTimeOffset.UtcNow;

    /// <summary>
    /// Goes on. How much time has passed in between is what the system's clock says, unless that was set back: time never goes
    /// back within a session.
    /// </summary>
    /// <param name="startTime">When the session started.</param>
    /// <param name="last">The time of its last event.</param>
    public SessionClock(DateTimeOffset startTime, long last)
    {
        StartTime = startTime;
        before = Math.Max(last, (DateTimeOffset.UtcNow - startTime).Ticks);
    }

    public DateTimeOffset StartTime { get; }

    public long Now => before + Stopwatch.GetElapsedTime(begun).Ticks;
}
