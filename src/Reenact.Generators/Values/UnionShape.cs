using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Reenact.Generators.Emitting;
using Reenact.Generators.Models;
using Reenact.Generators.Shapes;

namespace Reenact.Generators.Values;

/// <summary>Reads unions: types whose values have one of several listed types.</summary>
internal static class UnionShape
{
    public static ValueShape Parse(INamedTypeSymbol type, UnionCases union, KnownTypes known)
    {
        if (union.Failure is not null)
            return new ValueShape(null, [], union.Failure);

        var models = new List<UnionCaseModel>();
        var parts = ImmutableArray.CreateBuilder<ValuePart>();
        ValueFailure? unreadable = null;
        var names = new LocalNames([]);
        foreach (var each in union.Cases)
        {
            var path = $" as {TypeNames.Short(each.Type)}";
            var shape = Describe(each, type, names, known);
            if (shape.Failure is { } failure)
                return new ValueShape(null, [], failure with { Path = path + failure.Path });

            if (shape.Case.Object?.Members.Any(member => member.RecordedName == union.Discriminator) == true)
            {
                return new ValueShape(null, [], new ValueFailure(
                    path,
                    $"has a member that is recorded as '{union.Discriminator}', which is where its case stands",
                    "Give the member another name with [RecordedName]"));
            }

            models.Add(shape.Case);
            foreach (var part in shape.Parts)
                parts.Add(part with { Path = path + part.Path });

            if (unreadable is null && shape.Unreadable is { } reason)
                unreadable = reason with { Path = path + reason.Path };
        }

        var place = CodecPlace.Of(type, known, union.Types);
        var model = new UnionCodecModel(
            place.Name,
            TypeNames.InCode(type),
            TypeNames.ForPeople(type),
            union.Discriminator,
            union.Attribute,
            models.ToEquatableArray())
        {
            Placement = place.Model,
        };
        return new ValueShape(model, parts.ToImmutable(), null) { Unreadable = unreadable };
    }

    private static CaseShape Describe(UnionCase each, INamedTypeSymbol union, LocalNames names, KnownTypes known)
    {
        var name = names.Take(each.Type.Name + "Case");
        var model = new UnionCaseModel(TypeNames.InCode(each.Type), name, each.Discriminator, null, "");
        if (each.Discriminator is not null && OwnCodec(each.Type, union, known) is { } own)
            return new CaseShape(model with { Codec = own.Codec }, own.Parts, own.Failure, null);

        var shape = ObjectShape.Parse(each.Type, known);
        return shape.Model is not ObjectCodecModel members
            ? new CaseShape(model, [], shape.Failure, null)
            : new CaseShape(
                model with { Object = members with { Name = name, IsUnsealed = false, Discriminator = each.Discriminator, Placement = PlacementModel.Default } },
                shape.Members,
                null,
                shape.Unreadable);
    }

    /// <summary>The codec of a case that is not written as its members: one that somebody wrote, or one of the runtime.</summary>
    private static ValueReference? OwnCodec(INamedTypeSymbol type, INamedTypeSymbol union, KnownTypes known)
    {
        if (SymbolEqualityComparer.Default.Equals(type, union))
            return null;

        var reference = known.Values.Refer(type);
        var isItself = reference.Parts.Length == 1 && SymbolEqualityComparer.Default.Equals(reference.Parts[0].Type, type);
        return reference.Failure is null && isItself && known.Foreign.Find(type) is null ? null : reference;
    }

    /// <summary>What is known of a case.</summary>
    private sealed record CaseShape(UnionCaseModel Case, ImmutableArray<ValuePart> Parts, ValueFailure? Failure, ValueFailure? Unreadable);
}
