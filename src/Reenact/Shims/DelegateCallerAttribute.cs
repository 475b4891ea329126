using System.ComponentModel;

namespace Reenact.Shims;

/// <summary>
/// Names a member of the assembly that calls, keeps or hands on delegates it is given: it is as deterministic as they are. Emitted when the
/// assembly is built.
/// </summary>
/// <param name="member">The documentation id of the member.</param>
/// <param name="parameters">The names of the parameters that take these delegates.</param>
[AttributeUsage(AttributeTargets.Assembly, AllowMultiple = true)]
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class DelegateCallerAttribute(string member, params string[] parameters) : Attribute
{
    /// <summary>The documentation id of the member.</summary>
    public string Member { get; } = member;

    /// <summary>The names of the parameters that take these delegates.</summary>
    public IReadOnlyList<string> Parameters { get; } = parameters;
}
