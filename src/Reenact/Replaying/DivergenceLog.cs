using Reenact.Events;
using Reenact.Values;

namespace Reenact.Replaying;

/// <summary>
/// The divergences of one replay. Unless it collects them, the first is sticky: each later call meets it again. Thread-safe.
/// </summary>
internal sealed partial class DivergenceLog(Script script, bool collects)
{
    /// <summary>A replay that collects divergences stops at so many: code that loops over a failing call makes no end of them.</summary>
    private const int MostCollected = 1000;

    private const int LastCalls = 5;
    private const int NearestCalls = 3;
    private const int ShownDifferences = 20;

    private readonly Lock gate = new();
    private readonly List<Divergence> divergences = [];
    private readonly ScriptCall?[] lastMatched = new ScriptCall?[LastCalls];
    private readonly NearTieWatch ties = new();
    private long matched;
    private volatile bool isEnough;

    /// <summary>Says what makes the order of things uncertain here; null where nothing does.</summary>
    public Func<string?> Uncertainty { get; set; } = static () => null;

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

    /// <summary>How many divergences there are.</summary>
    public int Count
    {
        get
        {
            lock (gate)
            {
                return divergences.Count;
            }
        }
    }

    /// <summary>Whether the code must end now: it has diverged, and no more divergences are collected.</summary>
    public bool MustEnd => isEnough;

    /// <summary>Whether there are so many divergences that no more are kept.</summary>
    public bool IsFull
    {
        get
        {
            lock (gate)
            {
                return divergences.Count >= MostCollected;
            }
        }
    }

    /// <summary>The last call that matched; null before the first.</summary>
    public ScriptCall? LastMatched
    {
        get
        {
            lock (gate)
            {
                return matched == 0 ? null : lastMatched[(matched - 1) % LastCalls];
            }
        }
    }

    /// <exception cref="ReplayDivergenceException">The replay has diverged before.</exception>
    public void ThrowIfDiverged()
    {
        if (isEnough)
        {
            lock (gate)
            {
                throw new ReplayDivergenceException(divergences[0]);
            }
        }
    }

    /// <summary>Collects no more: the code meets the first divergence again, wherever it goes on.</summary>
    public void End() => isEnough = true;

    public void NoteMatched(ScriptCall call)
    {
        lock (gate)
        {
            lastMatched[matched++ % LastCalls] = call;
            if (script.Exactness == Exactness.Free)
            {
                ties.NoteStarted(call);
            }
        }
    }

    public void NoteReleased(ScriptCall call, RecordedEvent end)
    {
        if (script.Exactness == Exactness.Free)
        {
            lock (gate)
            {
                ties.NoteReleased(call, end);
            }
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
        IEnumerable<ScriptCall>? candidates = null,
        ScriptCall? due = null,
        ScriptCall? later = null,
        IReadOnlyList<string>? stack = null)
    {
        lock (gate)
        {
            var divergence = new Divergence
            {
                Kind = kind,
                Recording = script.Recording.Path,
                Event = at is null ? null : (ulong)at.Sequence,
                Inside = inside is { IsRecorded: true } ? CallPrinter.Shorten(inside.Method.Name) : null,
                Expected = expected,
                Actual = actual,
                Path = differences is { Count: > 0 } ? differences[0].Path : null,
                Differences = Describe(differences ?? []),
                Message = message,
                Remedy = kind != DivergenceKind.CallMissing && MayBeOrder(kind) && Uncertainty() is { } uncertain ? $"{remedy} {uncertain}" : remedy,
                LastMatched = [.. LastMatchedCalls().Select(Printer.PrintShortly)],
                Candidates = [.. (candidates ?? []).Take(NearestCalls).Select(Printer.PrintShortly)],
                Stack = stack ?? [],
                NearTie = MayBeNearTie(kind) ? ties.Find(due, later) : null,
            };
            Keep(divergence);
            return new ReplayDivergenceException(divergence);
        }
    }

    /// <summary>Says otherwise what was said of a divergence.</summary>
    public void Replace(Divergence divergence, Divergence by)
    {
        lock (gate)
        {
            var at = divergences.IndexOf(divergence);
            if (at >= 0)
            {
                divergences[at] = by;
            }
        }
    }

    private IEnumerable<ScriptCall> LastMatchedCalls()
    {
        for (var i = Math.Max(0, matched - LastCalls); i < matched; i++)
        {
            yield return lastMatched[i % LastCalls]!;
        }
    }

    public static string[] Describe(IReadOnlyList<ValueDifference> differences) =>
    [
        .. differences.Take(ShownDifferences).Select(difference => difference.Line is { } line
            ? difference.Lines is { } lines
                ? $"{difference.Path}, line {line}:\n{lines}"
                : $"{difference.Path}, line {line}: {difference.Expected ?? "(absent)"} → {difference.Actual ?? "(absent)"}"
            : $"{difference.Path}: {difference.Expected ?? "(absent)"} → {difference.Actual ?? "(absent)"}"),
        .. differences.Count > ShownDifferences ? [$"… and {differences.Count - ShownDifferences} more"] : Array.Empty<string>(),
    ];

    private bool MayBeNearTie(DivergenceKind kind) => script.Exactness == Exactness.Free && MayBeOrder(kind);

    /// <summary>Whether a divergence may come from things that came in another order.</summary>
    private bool MayBeOrder(DivergenceKind kind) => kind switch
    {
        DivergenceKind.ResultNotReadable or DivergenceKind.Stuck => false,
        DivergenceKind.RecordingEnds => script.IsWhole, // The loser of a race, whose end came after the session's.
        _ => true,
    };
}
