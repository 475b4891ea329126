using System.Diagnostics;

namespace Reenact.Recorders;

/// <summary>The time of a session: 100 ns ticks since its start, from the monotonic clock.</summary>
internal sealed class SessionClock
{
    private readonly long start = Stopwatch.GetTimestamp();

    public DateTimeOffset StartTime { get; } = DateTimeOffset.UtcNow;

    public long Now => Stopwatch.GetElapsedTime(start).Ticks;
}
