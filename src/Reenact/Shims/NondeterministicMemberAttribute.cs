using System.ComponentModel;

namespace Reenact.Shims;

/// <summary>Names a member of the assembly that is not deterministic, and why. Emitted when the assembly is built.</summary>
/// <param name="member">The documentation id of the member; that of the accessor for properties and events.</param>
/// <param name="rule">The rule that replayed code breaks by using it: <c>REEN2001</c>.</param>
/// <param name="uses">What it uses: <c>DateTime.UtcNow</c>.</param>
/// <param name="chain">How it gets there: <c>Clock.Now → Inner.Read</c>.</param>
[AttributeUsage(AttributeTargets.Assembly, AllowMultiple = true)]
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class NondeterministicMemberAttribute(string member, string rule, string uses, string chain) : Attribute
{
    /// <summary>The documentation id of the member.</summary>
    public string Member { get; } = member;

    /// <summary>The rule that replayed code breaks by using it.</summary>
    public string Rule { get; } = rule;

    /// <summary>What it uses.</summary>
    public string Uses { get; } = uses;

    /// <summary>How it gets there, from the member on.</summary>
    public string Chain { get; } = chain;

    /// <summary>It is not sure that replay differs, so the rule informs only.</summary>
    public bool IsInfo { get; init; }

    /// <summary>The member itself is deterministic; an override of it in the same assembly is not.</summary>
    public bool IsInOverride { get; init; }
}
