namespace Reenact.Testing;

/// <summary>How far a run over many recordings has come. Immutable.</summary>
/// <param name="Latest">The recording that has just ended.</param>
/// <param name="Done">How many have ended, with this one.</param>
/// <param name="Failed">How many of them failed.</param>
/// <param name="Total">How many there are.</param>
public sealed record RecordingSuiteProgress(RecordingResult Latest, int Done, int Failed, int Total);
