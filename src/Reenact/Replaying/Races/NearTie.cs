namespace Reenact;

/// <summary>
/// Two events of a recording that ran freely, so near to each other that their order may have been chance: where a replay departs from the
/// recording behind them, they are the first to suspect. Immutable.
/// </summary>
public sealed record NearTie
{
    /// <summary>The sequence number of the event that was recorded first.</summary>
    public required ulong FirstEvent { get; init; }

    /// <summary>What it was, such as <c>FlightTools.SearchAsync completed</c>.</summary>
    public required string First { get; init; }

    /// <summary>The sequence number of the other event.</summary>
    public required ulong SecondEvent { get; init; }

    /// <summary>What it was.</summary>
    public required string Second { get; init; }

    /// <summary>How far apart they were recorded.</summary>
    public required TimeSpan Apart { get; init; }

    /// <summary>Both events, and how far apart they were, on one line.</summary>
    public override string ToString() => FormattableString.Invariant(
        $"event {FirstEvent} ({First}) and event {SecondEvent} ({Second}) were {Apart.TotalMilliseconds:0.###} ms apart");
}
