namespace Reenact;

/// <summary>How far an experiment is. Immutable.</summary>
/// <param name="Ended">How many runs have ended.</param>
/// <param name="Total">How many there are.</param>
/// <param name="Result">What the last one came to.</param>
public sealed record ExperimentProgress(int Ended, int Total, ExperimentResult Result);
