using Reenact.Events;
using Reenact.Values;

namespace Reenact.Replaying;

/// <summary>
/// The divergences of one replay. Unless it collects them, the first is sticky: each later call meets it again. Thread-safe.
/// </summary>
internal sealed class DivergenceLog(Script script, bool collects)
{
    /// <summary>A replay that collects divergences stops at so many: code that loops over a failing call makes no end of them.</summary>
    private const int MostCollected = 1000;

    private const int LastCalls = 5;
    private const int NearestCalls = 3;
    private const int ShownDifferences = 20;

    /// <summary>Completions nearer to each other than this may have been ordered by chance.</summary>
    private static readonly TimeSpan NearTie = TimeSpan.FromMilliseconds(1);

    private readonly Lock gate = new();
    private readonly List<Divergence> divergences = [];
    private readonly Queue<RecordedSpan> lastMatched = new();
    private readonly Queue<TimeSpan> lastReleased = new();

    public CallPrinter Printer { get; } = new(script.Blobs);

    public IReadOnlyList<Divergence> All
    {
        get
        {
            lock (gate)
            {
                return [.. divergences];
            }
        }
    }

    /// <summary>Whether the code must end now: it has diverged, and no more divergences are collected.</summary>
    public bool MustEnd
    {
        get
        {
            lock (gate)
            {
                return IsEnough;
            }
        }
    }

    /// <summary>The last call that matched; null before the first.</summary>
    public RecordedSpan? LastMatched
    {
        get
        {
            lock (gate)
            {
                return lastMatched.LastOrDefault();
            }
        }
    }

    /// <exception cref="ReplayDivergenceException">The replay has diverged before.</exception>
    public void ThrowIfDiverged()
    {
        lock (gate)
        {
            if (IsEnough)
            {
                throw new ReplayDivergenceException(divergences[0]);
            }
        }
    }

    public void NoteMatched(ScriptCall call)
    {
        lock (gate)
        {
            Keep(lastMatched, call.Recorded!);
        }
    }

    public void NoteReleased(RecordedEvent end)
    {
        lock (gate)
        {
            Keep(lastReleased, end.Time);
        }
    }

    /// <summary>Adds a divergence.</summary>
    /// <returns>The exception to throw into the code.</returns>
    public ReplayDivergenceException Add(
        DivergenceKind kind,
        string message,
        string remedy,
        ScriptCall? inside,
        RecordedEvent? at = null,
        string? expected = null,
        string? actual = null,
        IReadOnlyList<ValueDifference>? differences = null,
        IEnumerable<ScriptCall>? candidates = null)
    {
        lock (gate)
        {
            var divergence = new Divergence
            {
                Kind = kind,
                Recording = script.Recording.Path,
                Event = at is null ? null : (ulong)at.Sequence,
                Inside = inside?.Recorded is { } span ? CallPrinter.Shorten(span.Method.Name) : null,
                Expected = expected,
                Actual = actual,
                Path = differences is { Count: > 0 } ? differences[0].Path : null,
                Differences = Describe(differences ?? []),
                Message = message,
                Remedy = remedy,
                LastMatched = [.. lastMatched.Select(Printer.PrintShortly)],
                Candidates = [.. (candidates ?? []).Take(NearestCalls).Select(candidate => Printer.PrintShortly(candidate.Recorded!))],
                PossibleNearTie = IsNearTie(kind),
            };
            divergences.Add(divergence);
            return new ReplayDivergenceException(divergence);
        }
    }

    private bool IsEnough => divergences.Count >= (collects ? MostCollected : 1);

    private static string[] Describe(IReadOnlyList<ValueDifference> differences) =>
    [
        .. differences.Take(ShownDifferences).Select(difference => difference.Line is { } line
            ? $"{difference.Path}, line {line}: {difference.Expected ?? "(absent)"} → {difference.Actual ?? "(absent)"}"
            : $"{difference.Path}: {difference.Expected ?? "(absent)"} → {difference.Actual ?? "(absent)"}"),
        .. differences.Count > ShownDifferences ? [$"… and {differences.Count - ShownDifferences} more"] : Array.Empty<string>(),
    ];

    private static void Keep<T>(Queue<T> queue, T item)
    {
        queue.Enqueue(item);
        if (queue.Count > LastCalls)
        {
            queue.Dequeue();
        }
    }

    private bool IsNearTie(DivergenceKind kind) =>
        kind is DivergenceKind.OrderDiffers or DivergenceKind.UnexpectedCall or DivergenceKind.OutputDiffers or DivergenceKind.CallMissing
        && script.Exactness == Exactness.Free
        && lastReleased.Zip(lastReleased.Skip(1)).Any(pair => (pair.Second - pair.First).Duration() < NearTie);
}
