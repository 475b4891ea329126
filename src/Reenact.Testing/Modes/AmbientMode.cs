namespace Reenact.Testing.Modes;

/// <summary>The mode that a test framework's attribute gives the running test. It flows with the test's code.</summary>
internal static class AmbientMode
{
    private static readonly AsyncLocal<ReenactMode?> Mode = new();

    public static ReenactMode? Current
    {
        get => Mode.Value;
        set => Mode.Value = value;
    }
}
