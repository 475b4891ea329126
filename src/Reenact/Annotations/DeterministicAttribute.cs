namespace Reenact;

/// <summary>
/// States that a member gives the same results on replay although the analyzers can't see why; they don't look inside.
/// </summary>
/// <param name="reason">Why it is so, for the next reader.</param>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Property | AttributeTargets.Field | AttributeTargets.Event | AttributeTargets.Constructor | AttributeTargets.Class | AttributeTargets.Struct | AttributeTargets.Interface | AttributeTargets.Assembly)]
public sealed class DeterministicAttribute(string reason) : Attribute
{
    /// <summary>Why the member is deterministic.</summary>
    public string Reason { get; } = reason;
}
