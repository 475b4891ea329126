using System.ComponentModel;

namespace Reenact.Shims;

/// <summary>
/// Marks a generic method whose type arguments need a codec: the generator makes and registers one for each closed type that a call names or infers.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class RecordedTypeArgumentsAttribute : Attribute;
