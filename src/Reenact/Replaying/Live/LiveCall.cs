using System.Diagnostics;
using Reenact.Events;
using Reenact.Shims;

namespace Reenact.Replaying;

/// <summary>A call that runs live, or is overridden, in a replay. Its state changes under the engine's lock.</summary>
/// <param name="method">The method.</param>
/// <param name="place">The recorded call in whose place it is made; null where there is none.</param>
/// <param name="planned">What it gets where it is overridden; null where it runs live.</param>
internal sealed class LiveCall(RecordedMethod method, ScriptCall? place, PlannedOverride? planned)
{
    private readonly long startedAt = Stopwatch.GetTimestamp();

    public RecordedMethod Method { get; } = method;

    /// <summary>The recorded call; null where there is none, and when this one has ended.</summary>
    public ScriptCall? Place { get; private set; } = place;

    /// <summary>The number of the event that starts the recorded call; null where there is none.</summary>
    public long? Event { get; } = place?.Sequence;

    /// <summary>How long the recorded call took; null as long as this one has not ended, and where nothing says so.</summary>
    public TimeSpan? RecordedLatency { get; private set; }

    public PlannedOverride? Planned { get; } = planned;

    /// <summary>Where it is recorded; null where the replay is not.</summary>
    public ForkedCall? Forked { get; set; }

    /// <summary>Which overridden call of its method it is, from 1.</summary>
    public int Number { get; init; }

    /// <summary>Whether its arguments are the recorded ones.</summary>
    public bool SameArguments { get; init; }

    /// <summary>Since when it runs without having come to an end, or to the next item; null when it does not run.</summary>
    public long? RunsSince { get; set; } = Stopwatch.GetTimestamp();

    /// <summary>The recorded event in whose turn what it comes to will be released; null where it has none.</summary>
    public RecordedEvent? Turn { get; set; }

    /// <summary>Whether it ended as recorded; null as long as it has not, and where there is nothing to compare with.</summary>
    public bool? SameResult { get; set; }

    /// <summary>How long it took; null as long as it has not ended.</summary>
    public TimeSpan? Latency { get; private set; }

    /// <summary>Whether the recorded call's end came after the call had returned.</summary>
    public bool EndsLater => Place?.End switch
    {
        CallReturnedEvent returned => returned.Completion == ResultCompletion.Later,
        CallFailedEvent failed => failed.Completion == FailureCompletion.Later,
        _ => false,
    };

    public void End()
    {
        RunsSince = null;
        Turn = null;
        Latency ??= Stopwatch.GetElapsedTime(startedAt);
        RecordedLatency = Place is { LastEvent: { } last } ended ? last.Time - ended.StartTime : null;
        Place = null; // What was recorded of it is needed no more.
    }
}
