using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Reenact.Analyzers.Determinism.CallGraph;

/// <summary>What runs with a constructor besides its body: initializers of fields and properties, and a base constructor that isn't named.</summary>
internal static class ConstructorParts
{
    /// <summary>Fields and properties with initializers, and constructors.</summary>
    public static IEnumerable<ISymbol> RunBy(IMethodSymbol constructor)
    {
        var starts = Initializer(constructor);
        // A constructor that starts with ': this(…)' leaves the rest to the other one.
        if (starts?.IsKind(SyntaxKind.ThisConstructorInitializer) == true)
            yield break;
        if (RecordMembers.IsCopyConstructor(constructor))
        {
            if (starts is null && constructor.ContainingType.BaseType is { IsRecord: true } copied)
                yield return copied.OriginalDefinition.InstanceConstructors.First(RecordMembers.IsCopyConstructor);
            yield break;
        }

        foreach (var member in constructor.ContainingType.GetMembers())
        {
            if (!member.IsStatic && member is IFieldSymbol { IsImplicitlyDeclared: false } or IPropertySymbol or IEventSymbol)
                yield return member;
        }

        if (starts is null && !NamesBase(constructor) && BaseConstructor(constructor.ContainingType) is { } parent)
            yield return parent;
    }

    private static ConstructorInitializerSyntax? Initializer(IMethodSymbol constructor) =>
        (SourceMembers.Written(constructor).FirstDeclaration() as ConstructorDeclarationSyntax)?.Initializer;

    private static bool NamesBase(IMethodSymbol constructor) =>
        constructor.FirstDeclaration() is TypeDeclarationSyntax { BaseList.Types: var types } && types.Any(static type => type is PrimaryConstructorBaseTypeSyntax);

    private static IMethodSymbol? BaseConstructor(INamedTypeSymbol type) =>
        type.TypeKind == TypeKind.Class
            ? type.BaseType?.OriginalDefinition.InstanceConstructors
                .Where(static each => each.Parameters.All(static parameter => parameter.IsOptional || parameter.IsParams))
                .OrderBy(static each => each.Parameters.Length)
                .FirstOrDefault()
            : null;
}
