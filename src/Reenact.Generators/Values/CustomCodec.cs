using Microsoft.CodeAnalysis;
using Reenact.Generators.Shapes;

namespace Reenact.Generators.Values;

/// <summary>A codec that <c>[ValueCodec]</c> names.</summary>
internal static class CustomCodec
{
    public static ValueReference Refer(INamedTypeSymbol type, AttributeData attribute, KnownTypes known)
    {
        if (attribute.ConstructorArguments.Length != 1 || attribute.ConstructorArguments[0].Value is not INamedTypeSymbol codec || known.ValueCodec is null)
            return Fail(type, "names no codec");

        if (codec.IsUnboundGenericType)
        {
            if (codec.Arity != type.Arity || codec.ContainingType is { IsGenericType: true })
                return Fail(type, $"names the codec {codec.Name}, which has other type parameters");

            codec = codec.OriginalDefinition.Construct([.. type.TypeArguments]);
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

    private static ValueReference Fail(INamedTypeSymbol type, string reason) => ValueReference.Fail(
        $"is a {TypeNames.Short(type)}, whose [ValueCodec] {reason}",
        $"Name an accessible struct that implements IValueCodec<{TypeNames.Short(type)}>");
}
