namespace Reenact.Replaying;

/// <summary>How long replayed methods took, by method. Thread-safe.</summary>
internal sealed class Latencies
{
    private readonly Lock gate = new();
    private readonly Dictionary<string, List<TimeSpan>> taken = new(StringComparer.Ordinal);

    public void Add(string method, TimeSpan time)
    {
        lock (gate)
        {
            if (!taken.TryGetValue(method, out var times))
            {
                taken.Add(method, times = []);
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
