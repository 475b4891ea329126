namespace Reenact.Sessions;

/// <summary>The context that flows with the running code.</summary>
internal static class Ambient
{
    private static readonly AsyncLocal<CallContext?> Flowing = new();

    public static CallContext? Current
    {
        get => Flowing.Value;
        set => Flowing.Value = value;
    }
}
