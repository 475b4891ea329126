namespace Reenact;

/// <summary>Names the codec that writes and reads values of the marked type.</summary>
/// <param name="codec">A type that implements <see cref="IValueCodec{T}"/> of the marked type.</param>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct | AttributeTargets.Enum | AttributeTargets.Interface)]
public sealed class ValueCodecAttribute(Type codec) : Attribute
{
    /// <summary>The type that implements <see cref="IValueCodec{T}"/>.</summary>
    public Type Codec { get; } = codec;
}
