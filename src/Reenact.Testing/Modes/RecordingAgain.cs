using Reenact.Testing.Running;

namespace Reenact.Testing.Modes;

/// <summary>Says how a test is made to record.</summary>
internal static class RecordingAgain
{
    public static string Settings(TestIdentity test) =>
        $"with {TestSwitches.ModeVariable}={nameof(ReenactMode.Record)} and {TestSwitches.RecordVariable}={test.FullName} in its environment";
}
