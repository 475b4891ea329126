namespace Reenact.Testing;

/// <summary>What a test does with its recording.</summary>
public enum ReenactMode
{
    /// <summary>
    /// Recorded calls are served from the recording; whatever doesn't match it fails the test. The default in CI.
    /// </summary>
    Replay,

    /// <summary>The code runs live and is recorded. The recording is replaced when the run ends without an exception.</summary>
    Record,

    /// <summary><see cref="Record"/> where there is no recording yet, else <see cref="Replay"/>. The default on a developer's machine.</summary>
    Once,

    /// <summary>The code runs live, and nothing is recorded.</summary>
    Off,

    /// <summary>
    /// Recorded calls run live and are compared with the recording, which stays as it is; the test fails where tools or models answer
    /// otherwise. Calls with side effects are served, unless <see cref="ReenactTestOptions.AllowSideEffects"/> names them.
    /// </summary>
    Compare,
}
