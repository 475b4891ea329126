namespace Reenact.Replaying.Reports;

/// <summary>How long a replayed method took in many replays.</summary>
/// <param name="Method">Its full name.</param>
/// <param name="Replays">In how many replays it ran.</param>
/// <param name="Calls">How many times, in all of them.</param>
/// <param name="RecordedMedian">The median of the replays' medians, when they were recorded.</param>
/// <param name="RecordedP95">The highest of the replays' 95th percentiles, when they were recorded.</param>
/// <param name="ReplayedMedian">The median of the replays' medians, on replay.</param>
/// <param name="ReplayedP95">The highest of the replays' 95th percentiles, on replay.</param>
internal sealed record SummaryLatency(
    string Method, int Replays, long Calls, TimeSpan RecordedMedian, TimeSpan RecordedP95, TimeSpan ReplayedMedian, TimeSpan ReplayedP95);
