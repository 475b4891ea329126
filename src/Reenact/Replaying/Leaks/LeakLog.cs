namespace Reenact.Replaying.Leaks;

/// <summary>The leaks of one replay. Thread-safe.</summary>
internal sealed class LeakLog(DivergenceLog divergences, IReadOnlyList<string> allowed)
{
    /// <summary>Code that leaks at more places leaks anyway; what it does in a loop counts once.</summary>
    private const int MostLeaks = 100;

    private readonly Lock gate = new();
    private readonly List<Leak> leaks = [];
    private readonly Dictionary<(LeakKind Kind, string Target, string? Frame), int> places = [];
    private volatile bool closed;

    public IReadOnlyList<Leak> All
    {
        get
        {
            lock (gate)
            {
                return [.. leaks];
            }
        }
    }

    /// <summary>From now on, what the code does is not the replay's any more.</summary>
    public void Close() => closed = true;

    /// <summary>Adds what the calling thread's code just did.</summary>
    /// <param name="kind">What it did.</param>
    /// <param name="target">To what.</param>
    /// <param name="names">Other names of the target, by which it may be allowed.</param>
    /// <param name="stack">Where it did so.</param>
    public void Add(LeakKind kind, string target, IEnumerable<string> names, LeakStack stack)
    {
        // Of an HTTP client the request says it all; that it looks up the host and connects is no news.
        if (closed || (stack.ThroughHttp && kind != LeakKind.Http) || (allowed.Count > 0 && names.Prepend(target).Any(IsAllowed)))
        {
            return;
        }

        var last = divergences.LastMatched;
        lock (gate)
        {
            var place = (kind, target, stack.Frames.Count > 0 ? stack.Frames[0] : null);
            if (places.TryGetValue(place, out var known))
            {
                leaks[known] = leaks[known] with { Times = leaks[known].Times + 1 };
                return;
            }

            if (leaks.Count == MostLeaks)
            {
                return;
            }

            places.Add(place, leaks.Count);
            leaks.Add(new Leak
            {
                Kind = kind,
                Target = target,
                Event = last is null ? null : (ulong)last.Start.Sequence,
                After = last is null ? null : divergences.Printer.PrintShortly(last),
                Through = stack.Through,
                Stack = stack.Frames,
            });
        }
    }

    private bool IsAllowed(string name) => allowed.Any(pattern => pattern.EndsWith('*')
        ? name.StartsWith(pattern.AsSpan(0, pattern.Length - 1), StringComparison.OrdinalIgnoreCase)
        : name.Equals(pattern, StringComparison.OrdinalIgnoreCase));
}
