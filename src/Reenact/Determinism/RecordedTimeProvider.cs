using Reenact.Events;
using Reenact.Sessions;
using Reenact.Shims;

namespace Reenact.Determinism;

/// <summary>A time provider over <see cref="Deterministic"/>.</summary>
internal sealed class RecordedTimeProvider : TimeProvider
{
    public override DateTimeOffset GetUtcNow() => Deterministic.UtcNow;

    public override long GetTimestamp() =>
        Deterministic.Current is { } context
            ? Deterministic.Capture<long, Int64Codec>(context, CaptureSource.Timestamp, null, System.GetTimestamp)
            : System.GetTimestamp();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        Deterministic.Current is null
            ? System.CreateTimer(callback, state, dueTime, period)
            : new RecordedTimer(callback, state, dueTime, period);
}
