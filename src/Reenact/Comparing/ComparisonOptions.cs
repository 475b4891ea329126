namespace Reenact.Comparing;

/// <summary>How two sessions are compared. Immutable.</summary>
public sealed record ComparisonOptions
{
    internal static readonly ComparisonOptions Default = new();

    /// <summary>
    /// How many pairs of calls may be looked at to align them; 32,000,000 unless set, which takes about two seconds and 16 MB. At most half
    /// of it is spent on the calls under one parent. Sessions that need more are aligned along calls that each has once, and
    /// the comparison says so.
    /// </summary>
    public long MaxAlignmentPairs { get; init; } = 32_000_000;

    /// <summary>How many bytes of values may be looked at to say how they differ; 1 GiB unless set. What is beyond is said to differ, without how.</summary>
    public long MaxComparedBytes { get; init; } = 1L << 30;

    /// <summary>What tokens cost, by the name of the model as it reported it; without it no costs are told.</summary>
    public IReadOnlyDictionary<string, ModelPrice>? Prices { get; init; }
}
