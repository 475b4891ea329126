using Reenact;

namespace AirlineAgent.Runs;

/// <summary>Adds up what replays reported.</summary>
internal sealed class ReplayTotals
{
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
        Diverged += report.Divergences.Count > 0 ? 1 : 0;
    }

    public override string ToString() =>
        $"replayed {sessions} {(sessions == 1 ? "session" : "sessions")}: " +
        $"{matched} of {recorded} calls matched, {live} live, {Diverged} diverged";
}
