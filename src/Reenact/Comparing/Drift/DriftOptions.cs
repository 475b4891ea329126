using Reenact.Keys;

namespace Reenact.Comparing;

/// <summary>How two sets are compared. Immutable.</summary>
public sealed record DriftOptions
{
    internal static readonly DriftOptions Default = new();

    /// <summary>The tag of a session that names its task; sessions of one task are compared with each other.</summary>
    public string TaskTag { get; init; } = "task";

    /// <summary>What tokens cost, by the name of the model as it reported it; without it no costs are told.</summary>
    public IReadOnlyDictionary<string, ModelPrice>? Prices { get; init; }

    /// <summary>Has the keys of encrypted recordings; without their keys they are counted as unread.</summary>
    public IKeyStore? KeyStore { get; init; }

    /// <summary>How often samples are drawn again for the intervals of latencies; 2,000 unless set.</summary>
    public int Resamples { get; init; } = 2000;

    /// <summary>Where the drawing starts: the same number gives the same intervals.</summary>
    public long Seed { get; init; } = 1;
}
