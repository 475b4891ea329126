using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Reenact.Generators.Models;
using Reenact.Generators.Shapes;

namespace Reenact.Generators.Values;

/// <summary>The cases that an interface or a class lists with <c>[RecordedUnion]</c> or <c>[JsonDerivedType]</c>.</summary>
/// <param name="Attribute">What lists them, without brackets.</param>
/// <param name="Discriminator">The name of the entry that tells the case.</param>
/// <param name="Cases">The cases, as listed; those of cases that list their own in place of these.</param>
/// <param name="Failure">What is wrong with the list.</param>
internal sealed record UnionCases(string Attribute, string Discriminator, ImmutableArray<UnionCase> Cases, ValueFailure? Failure)
{
    private const string Recorded = "RecordedUnion";
    private const string Json = "JsonDerivedType";
    private const string DefaultDiscriminator = "$type";

    public IReadOnlyList<ITypeSymbol> Types => [.. Cases.Select(static each => each.Type)];

    /// <summary>Reads the list of a type; null when it has none.</summary>
    public static UnionCases? Of(INamedTypeSymbol type, KnownTypes known)
    {
        if (type.TypeKind is not (TypeKind.Class or TypeKind.Interface))
            return null;

        var attribute = KnownTypes.Find(type, known.RecordedUnionAttribute) is not null ? Recorded
            : KnownTypes.Find(type, known.JsonDerivedTypeAttribute) is not null ? Json
            : null;
        if (attribute is null)
            return null;

        var discriminator = DiscriminatorOf(type, known);
        var cases = new List<UnionCase>();
        var failure = AddCases(type, type, discriminator, cases, [], known);
        if (failure is null && type is { TypeKind: TypeKind.Class, IsAbstract: false } && !cases.Exists(each => Same(each.Type, type)))
            cases.Add(new UnionCase(type, null));

        failure ??= cases.Count == 0 ? Fail(type, attribute, "lists no type", "List the types that values can have") : NamedTwice(type, attribute, cases);
        return new UnionCases(attribute, discriminator, [.. cases], failure);
    }

    private static ValueFailure? AddCases(
        INamedTypeSymbol type, INamedTypeSymbol union, string discriminator, List<UnionCase> cases, HashSet<ISymbol> seen, KnownTypes known)
    {
        if (!seen.Add(type.OriginalDefinition))
            return null;

        var attribute = KnownTypes.Find(type, known.RecordedUnionAttribute) is null ? Json : Recorded;
        foreach (var (listed, name) in Listed(type, known))
        {
            if (Close(listed, type) is not { } found || !Derives(found, union))
            {
                return Fail(
                    union,
                    attribute,
                    $"lists {TypeNames.Short(listed)}, which {(listed.IsUnboundGenericType ? "can't be closed over its type arguments" : $"does not derive from {TypeNames.Short(union)}")}",
                    "List closed types that derive from it or implement it");
            }

            if (!Same(found, type) && IsUnion(found, known))
            {
                if (AddCases(found, union, discriminator, cases, seen, known) is { } inner)
                    return inner;

                if (found.IsAbstract || cases.Exists(each => Same(each.Type, found)))
                    continue;
            }
            else if (found.IsAbstract)
            {
                return Fail(union, attribute, $"lists {TypeNames.Short(found)}, of which there are no values", "List concrete types, or list its own cases on it");
            }

            if (!cases.Exists(each => Same(each.Type, found)))
                cases.Add(new UnionCase(found, name is int number ? new DiscriminatorModel(discriminator, null, number) : new DiscriminatorModel(discriminator, (string?)name ?? NameOf(listed, known), 0)));
        }

        return null;
    }

    /// <summary>The types that a type lists, with the name or number that the list gives them.</summary>
    private static IEnumerable<(INamedTypeSymbol Type, object? Name)> Listed(INamedTypeSymbol type, KnownTypes known)
    {
        if (KnownTypes.Find(type, known.RecordedUnionAttribute) is { } attribute)
        {
            var cases = attribute.ConstructorArguments.FirstOrDefault();
            foreach (var each in cases is { Kind: TypedConstantKind.Array, IsNull: false } ? cases.Values : [])
            {
                if (each.Value is INamedTypeSymbol listed)
                    yield return (listed, null);
            }

            yield break;
        }

        foreach (var data in type.GetAttributes())
        {
            if (Same(data.AttributeClass, known.JsonDerivedTypeAttribute) && data.ConstructorArguments.FirstOrDefault().Value is INamedTypeSymbol listed)
                yield return (listed, data.ConstructorArguments.ElementAtOrDefault(1).Value);
        }
    }

    private static bool IsUnion(INamedTypeSymbol type, KnownTypes known) =>
        KnownTypes.Find(type, known.RecordedUnionAttribute) is not null || KnownTypes.Find(type, known.JsonDerivedTypeAttribute) is not null;

    private static string DiscriminatorOf(INamedTypeSymbol type, KnownTypes known)
    {
        foreach (var pair in KnownTypes.Find(type, known.JsonPolymorphicAttribute)?.NamedArguments ?? [])
        {
            if (pair is { Key: "TypeDiscriminatorPropertyName", Value.Value: string { Length: > 0 } name })
                return name;
        }

        return DefaultDiscriminator;
    }

    /// <summary><c>Circle</c>; <c>Box&lt;int&gt;</c> for a closed generic type; <c>Ok</c> for <c>typeof(Ok&lt;&gt;)</c>.</summary>
    private static string NameOf(INamedTypeSymbol listed, KnownTypes known)
    {
        if (KnownTypes.Find(listed.OriginalDefinition, known.RecordedNameAttribute) is not null)
            return RecordedNames.Of(listed.OriginalDefinition, known);

        return listed.Arity == 0 || listed.IsUnboundGenericType
            ? listed.Name
            : $"{listed.Name}<{string.Join(", ", listed.TypeArguments.Select(TypeNames.Short))}>";
    }

    /// <summary>An unbound generic type gets the type arguments of the type that lists it.</summary>
    private static INamedTypeSymbol? Close(INamedTypeSymbol listed, INamedTypeSymbol by) =>
        !listed.IsUnboundGenericType ? listed
        : listed.Arity == by.Arity && listed.ContainingType is not { IsGenericType: true } ? listed.OriginalDefinition.Construct([.. by.TypeArguments])
        : null;

    private static bool Derives(INamedTypeSymbol type, INamedTypeSymbol union)
    {
        for (var at = type; at is not null; at = at.BaseType)
        {
            if (Same(at, union))
                return true;
        }

        return type.AllInterfaces.Any(each => Same(each, union));
    }

    private static ValueFailure? NamedTwice(INamedTypeSymbol type, string attribute, List<UnionCase> cases)
    {
        var seen = new HashSet<DiscriminatorModel>();
        return cases.Find(each => each.Discriminator is { } discriminator && !seen.Add(discriminator)) is { Discriminator: { } twice }
            ? Fail(type, attribute, $"has two cases named {twice.Text ?? twice.Number.ToString(System.Globalization.CultureInfo.InvariantCulture)}", "Give one of the types another name with [RecordedName]")
            : null;
    }

    private static bool Same(ISymbol? left, ISymbol? right) => SymbolEqualityComparer.Default.Equals(left, right);

    private static ValueFailure Fail(INamedTypeSymbol type, string attribute, string reason, string remedy) =>
        new("", $"is a {TypeNames.Short(type)}, whose [{attribute}] {reason}", remedy);
}
