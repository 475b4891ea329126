namespace Reenact.Comparing;

/// <summary>A recording that was left out. Immutable.</summary>
/// <param name="Path">Its file.</param>
/// <param name="Message">Why it can't be read.</param>
public sealed record UnreadRecording(string Path, string Message);
