namespace Reenact.Testing;

/// <summary>How the run of one recording among many went. Immutable.</summary>
/// <param name="Recording">Its path, as <see cref="ReenactTest.FindRecordings"/> gives it.</param>
/// <param name="Report">What its replay found, also where it failed; null where nothing was replayed.</param>
/// <param name="Failure">What failed it; null where it passed.</param>
public sealed record RecordingResult(string Recording, ReplayReport? Report, Exception? Failure)
{
    /// <summary>Whether it passed.</summary>
    public bool Passed => Failure is null;
}
