namespace Reenact.Events;

/// <summary>When a call that returned was complete. The numbers are those of the recording format.</summary>
public enum ResultCompletion
{
    /// <summary>Before the call returned to its caller.</summary>
    AtReturn = 0,

    /// <summary>Afterwards.</summary>
    Later = 1,
}
