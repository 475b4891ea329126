using Reenact;

namespace AirlineAgent.Runs;

/// <summary>Adds up what replays reported.</summary>
internal sealed class ReplayTotals
{
    private readonly SortedDictionary<DivergenceKind, int> kinds = [];
    private int sessions;
    private long matched;
    private long recorded;
    private long live;

    /// <summary>How many sessions departed from their recording.</summary>
    public int Diverged { get; private set; }

    public void Add(ReplayReport report)
    {
        sessions++;
        matched += report.MatchedCalls;
        recorded += report.RecordedCalls;
        live += report.LiveCalls;
        if (report.Divergences is [var first, ..])
        {
            Diverged++;
            kinds[first.Kind] = kinds.GetValueOrDefault(first.Kind) + 1;
        }
    }

    /// <summary>How the sessions departed, and how many did so.</summary>
    public string Kinds() => string.Join(", ", kinds.Select(kind => $"{kind.Key} {kind.Value}"));

    public override string ToString() =>
        $"replayed {sessions} {(sessions == 1 ? "session" : "sessions")}: " +
        $"{matched} of {recorded} calls matched, {live} live, {Diverged} diverged";
}
