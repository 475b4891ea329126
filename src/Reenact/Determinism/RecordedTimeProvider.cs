using System.Collections.Concurrent;
using System.Diagnostics;
using Reenact.Events;
using Reenact.Sessions;
using Reenact.Shims;

namespace Reenact.Determinism;

/// <summary>A time provider over <see cref="Deterministic"/>. Nothing of the replaying machine shows in it: neither its zone nor the rate of its counter.</summary>
internal sealed class RecordedTimeProvider : TimeProvider
{
    private const string ZoneName = "TimeProvider.LocalTimeZone";

    private static readonly ConcurrentDictionary<string, TimeZoneInfo> Zones = new(StringComparer.Ordinal);

    /// <summary>The recorded zone with all its rules, because the replaying machine may know it by other rules or not at all.</summary>
    public override TimeZoneInfo LocalTimeZone =>
        Deterministic.Current is { } context
            ? Zones.GetOrAdd(
                Deterministic.Capture<string, StringCodec>(
                    context, CaptureSource.Environment, ZoneName, static () => TimeZoneInfo.Local.ToSerializedString()),
                static rules => TimeZoneInfo.FromSerializedString(rules))
            : TimeZoneInfo.Local;

    /// <summary>100 ns, whatever the machine counts in.</summary>
    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow() => Deterministic.UtcNow;

    public override long GetTimestamp() =>
        Deterministic.Current is { } context
            ? Deterministic.Capture<long, Int64Codec>(context, CaptureSource.Timestamp, null, Read)
            : Read();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        Deterministic.Current is null
            ? System.CreateTimer(callback, state, dueTime, period)
            : new RecordedTimer(callback, state, dueTime, period);

    private static long Read() => Stopwatch.GetElapsedTime(0, Stopwatch.GetTimestamp()).Ticks;
}
