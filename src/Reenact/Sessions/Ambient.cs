namespace Reenact.Sessions;

/// <summary>The context that flows with the running code.</summary>
internal static class Ambient
{
    private static readonly AsyncLocal<CallContext?> Flowing = new(static change =>
    {
        if (change.ThreadContextChanged)
        {
            CodeStretch.OnThreadSwitched(change.CurrentValue);
        }
    });

    public static CallContext? Current
    {
        get => Flowing.Value;
        set => Flowing.Value = value;
    }
}
