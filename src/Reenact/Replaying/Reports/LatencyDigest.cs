namespace Reenact.Replaying.Reports;

/// <summary>How long one replay's calls of a replayed method took, then and now.</summary>
internal sealed record LatencyDigest(string Method, int Calls)
{
    public TimeSpan RecordedMedian { get; init; }

    public TimeSpan RecordedP95 { get; init; }

    public TimeSpan ReplayedMedian { get; init; }

    public TimeSpan ReplayedP95 { get; init; }

    public static LatencyDigest Of(MethodLatency latency) => new(ReportDigest.Name(latency.Method), latency.Calls)
    {
        RecordedMedian = latency.RecordedMedian,
        RecordedP95 = latency.RecordedP95,
        ReplayedMedian = latency.ReplayedMedian,
        ReplayedP95 = latency.ReplayedP95,
    };
}
