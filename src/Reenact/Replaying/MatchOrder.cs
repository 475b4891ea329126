namespace Reenact;

/// <summary>In which order calls under one parent must be made again.</summary>
public enum MatchOrder
{
    /// <summary>In the recorded order.</summary>
    Strict,

    /// <summary>In the recorded order of each method; for code that was changed on purpose.</summary>
    PerMethod,
}
