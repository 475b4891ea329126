using Reenact.Replaying;

namespace Reenact;

/// <summary>How long a replayed method took when it was recorded and when it was replayed. Served calls did not run, so they have none.</summary>
/// <param name="Method">The method's full name.</param>
/// <param name="Calls">How many times it was replayed.</param>
/// <param name="RecordedMedian">The median of its recorded times; with all it waited for.</param>
/// <param name="RecordedP95">The 95th percentile of its recorded times.</param>
/// <param name="ReplayedMedian">The median of its times on replay.</param>
/// <param name="ReplayedP95">The 95th percentile of its times on replay.</param>
public sealed record MethodLatency(
    string Method, int Calls, TimeSpan RecordedMedian, TimeSpan RecordedP95, TimeSpan ReplayedMedian, TimeSpan ReplayedP95)
{
    internal static IReadOnlyList<MethodLatency> Compare(IReadOnlyDictionary<string, DurationSample> recorded, IReadOnlyDictionary<string, DurationSample> replayed) =>
    [
        .. from entry in replayed
           orderby entry.Key
           let now = entry.Value
           let then = recorded.GetValueOrDefault(entry.Key) ?? new DurationSample()
           select new MethodLatency(entry.Key, now.Count, then.Percentile(0.5), then.Percentile(0.95), now.Percentile(0.5), now.Percentile(0.95)),
    ];
}
