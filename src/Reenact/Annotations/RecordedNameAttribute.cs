namespace Reenact;

/// <summary>
/// Names a member of a recorded value in recordings, so that the code can be renamed; on a class or struct that is the case of a
/// union, names the case.
/// </summary>
/// <param name="name">The name in recordings, at most 1,024 UTF-8 bytes.</param>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field | AttributeTargets.Class | AttributeTargets.Struct, Inherited = false)]
public sealed class RecordedNameAttribute(string name) : Attribute
{
    /// <summary>The name in recordings.</summary>
    public string Name { get; } = name;
}
