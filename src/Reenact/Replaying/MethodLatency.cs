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
    internal static IReadOnlyList<MethodLatency> Compare(Script script, IReadOnlyDictionary<string, TimeSpan[]> replayed)
    {
        var recorded = new Dictionary<string, List<TimeSpan>>(StringComparer.Ordinal);
        Collect(script.Root, recorded);
        return
        [
            .. from entry in replayed
               orderby entry.Key
               let then = recorded.GetValueOrDefault(entry.Key) ?? []
               select new MethodLatency(
                   entry.Key, entry.Value.Length, Percentile(then, 0.5), Percentile(then, 0.95), Percentile(entry.Value, 0.5), Percentile(entry.Value, 0.95)),
        ];
    }

    private static void Collect(ScriptCall parent, Dictionary<string, List<TimeSpan>> times)
    {
        foreach (var child in parent.Children.Where(child => child.IsReplayed))
        {
            if (child.LastEvent is { } end)
            {
                if (!times.TryGetValue(child.Method.Name, out var list))
                {
                    times.Add(child.Method.Name, list = []);
                }

                list.Add(end.Time - child.Start.Time);
            }

            Collect(child, times);
        }
    }

    /// <summary>The nearest-rank percentile; zero of nothing.</summary>
    private static TimeSpan Percentile(IReadOnlyCollection<TimeSpan> times, double share) =>
        times.Count == 0 ? TimeSpan.Zero : times.Order().ElementAt((int)Math.Ceiling(share * times.Count) - 1);
}
