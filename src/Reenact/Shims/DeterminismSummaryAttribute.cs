using System.ComponentModel;

namespace Reenact.Shims;

/// <summary>
/// States that the assembly says of its members which are not deterministic: those that no <see cref="NondeterministicMemberAttribute"/> names
/// are. Emitted when the assembly is built; the analyzers read it where another project uses the assembly.
/// </summary>
/// <param name="format">The version of what the attributes mean; 1 is the only one so far.</param>
[AttributeUsage(AttributeTargets.Assembly)]
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class DeterminismSummaryAttribute(int format) : Attribute
{
    /// <summary>The version of what the attributes mean.</summary>
    public int Format { get; } = format;
}
