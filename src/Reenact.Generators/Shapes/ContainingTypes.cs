using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Reenact.Generators.Models;

namespace Reenact.Generators.Shapes;

/// <summary>The types around a method.</summary>
internal static class ContainingTypes
{
    public static ContainingTypeModel Model(INamedTypeSymbol type) => new(
        type.ContainingNamespace.IsGlobalNamespace ? "" : type.ContainingNamespace.ToDisplayString(),
        Outwards(type).Reverse().Select(static each => $"partial {Keyword(each)} {TypeNames.InDeclaration(each)}").ToEquatableArray(),
        TypeNames.Declaration(type),
        TypeNames.InCode(type),
        type.IsValueType);

    /// <summary>The type and those that contain it, innermost first.</summary>
    public static IEnumerable<INamedTypeSymbol> Outwards(INamedTypeSymbol type)
    {
        for (var at = type; at is not null; at = at.ContainingType)
            yield return at;
    }

    /// <summary>Every declaration says so: an emitted one always does.</summary>
    public static bool IsPartial(INamedTypeSymbol type) => type.DeclaringSyntaxReferences.All(static reference =>
        reference.GetSyntax() is TypeDeclarationSyntax declaration && declaration.Modifiers.Any(SyntaxKind.PartialKeyword));

    private static string Keyword(INamedTypeSymbol type) => type switch
    {
        { IsRecord: true, IsValueType: true } => "record struct",
        { IsRecord: true } => "record",
        { IsValueType: true } => "struct",
        { TypeKind: TypeKind.Interface } => "interface",
        _ => "class",
    };
}
