using Microsoft.CodeAnalysis;
using Reenact.Generators.Models;
using Reenact.Generators.Shapes;

namespace Reenact.Generators.Values;

/// <summary>Reads enums.</summary>
internal static class EnumShape
{
    public static ValueShape Parse(INamedTypeSymbol type, KnownTypes known)
    {
        var members = new List<EnumMemberModel>();
        var numbers = new HashSet<object>();
        foreach (var member in type.GetMembers())
        {
            if (member is IFieldSymbol { IsConst: true, ConstantValue: { } number })
            {
                members.Add(new EnumMemberModel(
                    TypeNames.Identifier(member.Name),
                    RecordedNames.Of(member, known),
                    IsAlias: !numbers.Add(number)));
            }
        }

        if (RecordedNames.FirstTwice(members.Select(static member => member.RecordedName)) is { } twice)
            return RecordedNames.Clash(type, twice);

        var place = CodecPlace.Of(type, known);
        var underlying = type.EnumUnderlyingType!;
        return new ValueShape(
            new EnumCodecModel(
                place.Name,
                TypeNames.InCode(type),
                TypeNames.ForPeople(type),
                TypeNames.InCode(underlying),
                "Read" + underlying.Name,
                members.ToEquatableArray())
            {
                Placement = place.Model,
            },
            [],
            null);
    }
}
