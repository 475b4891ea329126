using Microsoft.CodeAnalysis;

namespace Reenact.Analyzers.Determinism.CallGraph;

/// <summary>What the members run that the compiler writes for a record.</summary>
internal static class RecordMembers
{
    private const string PrintMembers = "PrintMembers";

    /// <summary>The members that a synthesized one runs, which may be synthesized too.</summary>
    public static IEnumerable<IMethodSymbol> RunBy(IMethodSymbol synthesized)
    {
        var type = synthesized.ContainingType;
        return synthesized.Name switch
        {
            "ToString" => Methods(type, PrintMembers),
            PrintMembers => OfBase(type, PrintMembers).Concat(Printed(type).SelectMany(Shown)),
            "Equals" when !IsTyped(synthesized) => Methods(type, "Equals").Where(IsTyped),
            "Equals" => OfBase(type, "Equals").Where(IsTyped).Concat(OfFields(type, "Equals")),
            WellKnownMemberNames.EqualityOperatorName or WellKnownMemberNames.InequalityOperatorName => Methods(type, "Equals").Where(IsTyped),
            "GetHashCode" => OfBase(type, "GetHashCode").Concat(OfFields(type, "GetHashCode")),
            "Deconstruct" => Getters(type).Where(getter => synthesized.Parameters.Any(parameter => parameter.Name == getter.AssociatedSymbol!.Name)),
            "<Clone>$" => type.InstanceConstructors.Where(IsCopyConstructor),
            _ => [],
        };
    }

    /// <summary>A constructor that 'with' runs: it takes another one of the record, and runs no initializers.</summary>
    public static bool IsCopyConstructor(IMethodSymbol constructor) =>
        constructor is { ContainingType.IsRecord: true, Parameters.Length: 1 }
        && SymbolEqualityComparer.Default.Equals(constructor.Parameters[0].Type, constructor.ContainingType);

    private static bool IsTyped(IMethodSymbol equals) =>
        equals.Parameters.Length == 1 && SymbolEqualityComparer.Default.Equals(equals.Parameters[0].Type, equals.ContainingType);

    private static IEnumerable<IMethodSymbol> Methods(INamedTypeSymbol type, string name) =>
        type.GetMembers(name).OfType<IMethodSymbol>().Where(static method => !method.IsStatic);

    private static IEnumerable<IMethodSymbol> OfBase(INamedTypeSymbol type, string name) =>
        type.BaseType is { IsRecord: true } parent ? Methods(parent.OriginalDefinition, name) : [];

    private static IEnumerable<IMethodSymbol> Getters(INamedTypeSymbol type) => type.GetMembers().OfType<IPropertySymbol>()
        .Where(static property => property is { IsStatic: false, IsIndexer: false, IsImplicitlyDeclared: false, GetMethod: not null })
        .Select(static property => property.GetMethod!);

    private static IEnumerable<ISymbol> Printed(INamedTypeSymbol type) => type.GetMembers()
        .Where(static each => each is { IsStatic: false, DeclaredAccessibility: Accessibility.Public } and (IFieldSymbol or IPropertySymbol { IsIndexer: false, GetMethod: not null }));

    private static IEnumerable<IMethodSymbol> Shown(ISymbol printed) => printed switch
    {
        IPropertySymbol property => OfType(property.Type, "ToString").Append(property.GetMethod!),
        IFieldSymbol field => OfType(field.Type, "ToString"),
        _ => [],
    };

    /// <summary>The members of the fields' own types, which a record calls for each.</summary>
    private static IEnumerable<IMethodSymbol> OfFields(INamedTypeSymbol type, string name) =>
        type.GetMembers().OfType<IFieldSymbol>().Where(static field => !field.IsStatic).SelectMany(field => OfType(field.Type, name));

    private static IEnumerable<IMethodSymbol> OfType(ITypeSymbol type, string name) =>
        type is INamedTypeSymbol { SpecialType: SpecialType.None, TypeKind: TypeKind.Class or TypeKind.Struct } named ? Methods(named, name) : [];
}
