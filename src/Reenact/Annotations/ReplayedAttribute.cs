namespace Reenact;

/// <summary>
/// Marks a partial method that runs again on replay: an agent, a planner, a step. Its core must be deterministic;
/// the analyzers check that. A recording holds its arguments and its result, and a replay compares them.
/// </summary>
[AttributeUsage(AttributeTargets.Method, Inherited = false)]
public sealed class ReplayedAttribute : Attribute
{
    /// <summary>
    /// The name under which calls are recorded, at most 1,024 UTF-8 bytes. Without it, <c>Namespace.Type.Method</c>.
    /// </summary>
    public string? Name { get; set; }
}
