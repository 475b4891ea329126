using System.Text.Json.Serialization;

namespace Reenact;

/// <summary>
/// Records values of a type from elsewhere as System.Text.Json writes them, with the contract that its source generator makes.
/// Use it for types whose library says how they are JSON; types of your own need no attribute.
/// </summary>
/// <typeparam name="T">The type.</typeparam>
/// <param name="context">A <see cref="JsonSerializerContext"/> with <c>[JsonSerializable(typeof(T))]</c>.</param>
[AttributeUsage(AttributeTargets.Assembly, AllowMultiple = true)]
public sealed class JsonCodecAttribute<T>(Type context) : Attribute
{
    /// <summary>The context whose contract is used.</summary>
    public Type Context { get; } = context;
}
