using Microsoft.CodeAnalysis;

namespace Reenact.Analyzers.Determinism.CallGraph;

/// <summary>What the members run that the compiler writes for a record.</summary>
internal static class RecordMembers
{
    /// <summary>The members that a synthesized one runs.</summary>
    public static IEnumerable<IMethodSymbol> RunBy(IMethodSymbol synthesized)
    {
        var type = synthesized.ContainingType;
        return synthesized.Name switch
        {
            "ToString" or "PrintMembers" => Hierarchy(type).SelectMany(Getters).Concat(OfParts(type, "ToString")),
            "Equals" or WellKnownMemberNames.EqualityOperatorName or WellKnownMemberNames.InequalityOperatorName => OfParts(type, "Equals"),
            "GetHashCode" => OfParts(type, "GetHashCode"),
            "Deconstruct" => Getters(type).Where(getter => synthesized.Parameters.Any(parameter => parameter.Name == getter.AssociatedSymbol!.Name)),
            "<Clone>$" => type.InstanceConstructors.Where(constructor =>
                constructor.Parameters.Length == 1 && SymbolEqualityComparer.Default.Equals(constructor.Parameters[0].Type, type)),
            _ => [],
        };
    }

    private static IEnumerable<INamedTypeSymbol> Hierarchy(INamedTypeSymbol type)
    {
        for (var at = type; at is not null; at = at.BaseType)
            yield return at;
    }

    private static IEnumerable<IMethodSymbol> Getters(INamedTypeSymbol type) => type.GetMembers().OfType<IPropertySymbol>()
        .Where(static property => property is { IsStatic: false, IsIndexer: false, IsImplicitlyDeclared: false, GetMethod: not null })
        .Select(static property => property.GetMethod!);

    /// <summary>The members of the fields' own types, which a record calls for each.</summary>
    private static IEnumerable<IMethodSymbol> OfParts(INamedTypeSymbol type, string name) =>
        Hierarchy(type)
            .SelectMany(static each => each.GetMembers().OfType<IFieldSymbol>())
            .Where(static field => !field.IsStatic && field.Type is { SpecialType: SpecialType.None, TypeKind: TypeKind.Class or TypeKind.Struct })
            .SelectMany(field => field.Type.GetMembers(name).OfType<IMethodSymbol>())
            .Where(static method => !method.IsStatic);
}
