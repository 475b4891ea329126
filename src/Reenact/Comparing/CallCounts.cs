namespace Reenact.Comparing;

/// <summary>How many calls compare how. Immutable.</summary>
/// <param name="Same">Calls that both sessions made alike; what was called in them may differ.</param>
/// <param name="Changed">Calls that both made with other arguments or another result.</param>
/// <param name="Removed">Calls that only the session before made, with those made in them.</param>
/// <param name="Added">Calls that only the session after made, with those made in them.</param>
public sealed record CallCounts(long Same, long Changed, long Removed, long Added);
