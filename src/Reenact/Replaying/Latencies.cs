using System.Diagnostics;
using Reenact.Shims;

namespace Reenact.Replaying;

/// <summary>How long replayed methods took, by method. Thread-safe.</summary>
internal sealed class Latencies
{
    private readonly Lock gate = new();
    private readonly Dictionary<string, List<TimeSpan>> taken = new(StringComparer.Ordinal);

    public static void Started(ref RecordedCall call) => call.StartedAt = Stopwatch.GetTimestamp();

    public void Ended(in RecordedCall call)
    {
        var time = Stopwatch.GetElapsedTime(call.StartedAt);
        lock (gate)
        {
            if (!taken.TryGetValue(call.Method.Name, out var times))
            {
                taken.Add(call.Method.Name, times = []);
            }

            times.Add(time);
        }
    }

    public IReadOnlyDictionary<string, TimeSpan[]> Snapshot()
    {
        lock (gate)
        {
            return taken.ToDictionary(entry => entry.Key, entry => entry.Value.ToArray(), StringComparer.Ordinal);
        }
    }
}
