using Microsoft.CodeAnalysis;
using Reenact.Generators.Models;
using Reenact.Generators.Shapes;

namespace Reenact.Generators.Values;

/// <summary>How the assembly says to record a type.</summary>
/// <param name="Attribute">The attribute.</param>
/// <param name="JsonContext">The context whose contract is used; null where the attribute names a codec or a conversion.</param>
internal sealed record ForeignType(AttributeData Attribute, INamedTypeSymbol? JsonContext)
{
    private const int MostConversions = 16;

    [ThreadStatic]
    private static int conversions;

    /// <summary>The codec that the attribute names or composes.</summary>
    public ValueReference Refer(INamedTypeSymbol type, KnownTypes known)
    {
        if (Attribute.AttributeClass is not { Arity: 3, TypeArguments: var types })
            return CustomCodec.Refer(type, Attribute, known);

        var (recorded, conversion) = (types[1], types[2]);
        if (SymbolEqualityComparer.Default.Equals(recorded, type))
            return ValueReference.Fail($"is a {TypeNames.Short(type)}, whose [RecordAs] names the type itself", "Name another type, which can be recorded");

        var reference = ReferOnward(recorded, known);
        return reference.Failure is { } failure
            ? new ValueReference("", [], failure with { Reason = $"is recorded as {TypeNames.Short(recorded)}, which {failure.Reason}" })
            : new ValueReference(
                $"{RuntimeCodecs.Converted}<{TypeNames.InCode(type)}, {TypeNames.InCode(recorded)}, {TypeNames.InCode(conversion)}, {reference.Codec}>",
                reference.Parts);
    }

    /// <summary>Types that are recorded as one another would never end.</summary>
    private static ValueReference ReferOnward(ITypeSymbol recorded, KnownTypes known)
    {
        if (conversions == MostConversions)
            return ValueReference.Fail("is recorded as itself in the end", "Convert to a type that needs no [RecordAs]");

        conversions++;
        var reference = known.Values.Refer(recorded);
        conversions--;
        return reference;
    }

    /// <summary>The codec to emit for a type that is recorded as its JSON.</summary>
    public ValueShape Describe(INamedTypeSymbol type, KnownTypes known)
    {
        if (!IsContext(JsonContext!))
            return Fail(type, $"names {JsonContext!.Name}, which is no JsonSerializerContext");

        if (!known.Compilation.IsSymbolAccessibleWithin(JsonContext!, known.Compilation.Assembly))
            return Fail(type, $"names {JsonContext!.Name}, which emitted code can't reach because it is private or protected");

        var place = CodecPlace.Of(type, known);
        return new ValueShape(
            new JsonCodecModel(place.Name, TypeNames.InCode(type), TypeNames.ForPeople(type), TypeNames.InCode(JsonContext!)) { Placement = place.Model },
            [],
            null);
    }

    private static bool IsContext(INamedTypeSymbol type)
    {
        for (var at = type.BaseType; at is not null; at = at.BaseType)
        {
            if (at.Name == "JsonSerializerContext" && TypeNames.Namespace(at) == "System.Text.Json.Serialization")
                return true;
        }

        return false;
    }

    private static ValueShape Fail(INamedTypeSymbol type, string reason) => ValueShape.Fail(
        $"is a {TypeNames.Short(type)}, whose [JsonCodec] {reason}",
        $"Name an accessible JsonSerializerContext with [JsonSerializable(typeof({TypeNames.Short(type)}))]");
}
