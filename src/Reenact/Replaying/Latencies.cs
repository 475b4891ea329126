namespace Reenact.Replaying;

/// <summary>How long replayed methods took, by method. Thread-safe.</summary>
internal sealed class Latencies
{
    private readonly Lock gate = new();
    private readonly Dictionary<string, DurationSample> taken = new(StringComparer.Ordinal);

    public void Add(string method, TimeSpan time)
    {
        lock (gate)
        {
            if (!taken.TryGetValue(method, out var times))
            {
                taken.Add(method, times = new DurationSample());
            }

            times.Add(time);
        }
    }

    public IReadOnlyDictionary<string, DurationSample> Snapshot()
    {
        lock (gate)
        {
            return taken.ToDictionary(entry => entry.Key, entry => entry.Value.Copy(), StringComparer.Ordinal);
        }
    }
}
