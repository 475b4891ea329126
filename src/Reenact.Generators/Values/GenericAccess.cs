using Microsoft.CodeAnalysis;
using Reenact.Generators.Models;
using Reenact.Generators.Shapes;

namespace Reenact.Generators.Values;

/// <summary>Hidden members of generic types. The runtime finds them by the type parameters of their declaration, so their accessors have the same.</summary>
internal static class GenericAccess
{
    /// <summary>
    /// Whether the codec of a type can have accessors for what a generic type declares: their class stands in the codec, so neither the codec nor what
    /// is around it may have type parameters, and they count those of one type.
    /// </summary>
    public static bool IsPossible(INamedTypeSymbol declaring, INamedTypeSymbol type) =>
        declaring.ContainingType is not { IsGenericType: true }
        && !OpenTypes.IsOpen(type)
        && (TypeReach.HostOf([type]) is not { } host || !ContainingTypes.Outwards(host).Any(static each => each.Arity > 0));

    /// <summary>What the accessor of a member needs; null where the declaring type is not generic.</summary>
    public static GenericAccessModel? Of(ISymbol member, ITypeSymbol target)
    {
        if (target is not INamedTypeSymbol { IsGenericType: true } declaring)
            return null;

        var open = declaring.OriginalDefinition;
        return new GenericAccessModel(
            $"<{string.Join(", ", open.TypeParameters.Select(static each => TypeNames.Identifier(each.Name)))}>",
            $"<{string.Join(", ", declaring.TypeArguments.Select(TypeNames.InCode))}>",
            TypeParameterConstraints.Of(open.TypeParameters).ToEquatableArray(),
            TypeNames.InCode(open),
            TypeNames.InCode(member.OriginalDefinition is IPropertySymbol property ? property.Type : ((IFieldSymbol)member.OriginalDefinition).Type));
    }
}
