namespace Reenact;

/// <summary>A decision of replayed code, then and now. Immutable.</summary>
/// <param name="Name">What is decided.</param>
/// <param name="Event">The number of the recorded event; null where the recording doesn't have the decision.</param>
/// <param name="Then">What was chosen, printed shortly and fit for a terminal; null where the recording doesn't have the decision.</param>
/// <param name="Now">What is chosen now, printed the same; null where the code did not decide.</param>
/// <param name="IsEqual">Whether the same is chosen.</param>
public sealed record ReplayedDecision(string Name, long? Event, string? Then, string? Now, bool IsEqual);
