namespace Reenact;

/// <summary>
/// Makes values of a type recordable where code knows it only as a type argument: in a recorded generic method that other
/// assemblies call, or for <see cref="Deterministic.Capture{T}(string, Func{T})"/>. Types in signatures of this project, and type arguments in its calls of recorded
/// generic methods, need no such line.
/// </summary>
/// <typeparam name="T">The type, closed: <c>Page&lt;Flight&gt;</c>.</typeparam>
[AttributeUsage(AttributeTargets.Assembly, AllowMultiple = true)]
public sealed class RecordableAttribute<T> : Attribute;
