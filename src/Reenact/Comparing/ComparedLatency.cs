namespace Reenact.Comparing;

/// <summary>How long the calls of a method took in both sessions. Immutable.</summary>
/// <param name="Method">The method's full name.</param>
/// <param name="Before">In the session before.</param>
/// <param name="After">In the session after.</param>
public sealed record ComparedLatency(string Method, LatencySummary Before, LatencySummary After);
