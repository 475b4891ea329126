using Reenact.Testing.Running;

namespace Reenact.Testing.Modes;

/// <summary>Says how a test is made to record.</summary>
internal static class RecordingAgain
{
    /// <summary>The advice to make a test's recording anew, as the end of a sentence.</summary>
    /// <param name="test">The test.</param>
    /// <param name="recording">Its recording, for people.</param>
    /// <param name="isGiven">Whether the recording was made elsewhere, and the test only replays it.</param>
    public static string Advice(TestIdentity test, string recording, bool isGiven) => isGiven
        ? $"record the session again where it was made, and put the new file in the place of {recording}: {test.FullName} never records, as its inputs come from the recording"
        : $"run {test.FullName} {Settings(test)}, and commit {recording}";

    public static string Settings(TestIdentity test) =>
        $"with {TestSwitches.ModeVariable}={nameof(ReenactMode.Record)} and {TestSwitches.RecordVariable}={test.FullName} in its environment";
}
