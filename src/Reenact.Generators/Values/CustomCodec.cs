using Microsoft.CodeAnalysis;
using Reenact.Generators.Shapes;

namespace Reenact.Generators.Values;

/// <summary>A codec that <c>[ValueCodec]</c> names.</summary>
internal static class CustomCodec
{
    /// <param name="type">The type of the values.</param>
    /// <param name="attribute">The attribute on the type, on a member or parameter, or on the assembly; its last argument is the codec.</param>
    /// <param name="known">What the compilation knows.</param>
    public static ValueReference Refer(ITypeSymbol type, AttributeData attribute, KnownTypes known)
    {
        if (attribute.ConstructorArguments.LastOrDefault() is not { Kind: TypedConstantKind.Type, Value: INamedTypeSymbol codec } || known.ValueCodec is null)
            return Fail(type, "names no codec");

        if (codec.IsUnboundGenericType)
        {
            if (type is not INamedTypeSymbol named || codec.Arity != named.Arity || codec.ContainingType is { IsGenericType: true })
                return Fail(type, $"names the codec {codec.Name}, which has other type parameters");

            codec = codec.OriginalDefinition.Construct([.. named.TypeArguments]);
        }

        if (!known.Compilation.IsSymbolAccessibleWithin(codec, known.Compilation.Assembly))
            return Fail(type, $"names the codec {codec.Name}, which emitted code can't reach because it is private or protected");

        foreach (var contract in codec.AllInterfaces)
        {
            if (SymbolEqualityComparer.Default.Equals(contract.OriginalDefinition, known.ValueCodec)
                && SymbolEqualityComparer.Default.Equals(contract.TypeArguments[0], type))
            {
                return ValueReference.To(TypeNames.InCode(codec));
            }
        }

        return Fail(type, $"names the codec {codec.Name}, which does not implement IValueCodec<{TypeNames.Short(type)}>");
    }

    private static ValueReference Fail(ITypeSymbol type, string reason) => ValueReference.Fail(
        $"is a {TypeNames.Short(type)}, whose [ValueCodec] {reason}",
        $"Name an accessible struct that implements IValueCodec<{TypeNames.Short(type)}>");
}
