namespace Reenact;

/// <summary>
/// Names the codec that writes and reads values: of the marked type, of the marked member or parameter, or, on the assembly, of
/// a type from elsewhere.
/// </summary>
/// <remarks>
/// The codec of an open generic type is open as well: <c>typeof(PageCodec&lt;&gt;)</c> for <c>typeof(Page&lt;&gt;)</c>. A member's or parameter's codec
/// goes before the assembly's, and that before the type's own.
/// </remarks>
[AttributeUsage(
    AttributeTargets.Class | AttributeTargets.Struct | AttributeTargets.Enum | AttributeTargets.Interface
    | AttributeTargets.Property | AttributeTargets.Field | AttributeTargets.Parameter | AttributeTargets.Assembly,
    AllowMultiple = true,
    Inherited = false)]
public sealed class ValueCodecAttribute : Attribute
{
    /// <summary>Names the codec of the marked type, member or parameter.</summary>
    /// <param name="codec">A type that implements <see cref="IValueCodec{T}"/> of exactly the type.</param>
    public ValueCodecAttribute(Type codec) => Codec = codec;

    /// <summary>Names the codec of a type from elsewhere; for assemblies.</summary>
    /// <param name="type">The type.</param>
    /// <param name="codec">A type that implements <see cref="IValueCodec{T}"/> of it.</param>
    public ValueCodecAttribute(Type type, Type codec)
        : this(codec) => Type = type;

    /// <summary>The type that implements <see cref="IValueCodec{T}"/>.</summary>
    public Type Codec { get; }

    /// <summary>The type whose values it writes and reads; null for what is marked.</summary>
    public Type? Type { get; }
}
