using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Reenact.Generators.Values;

/// <summary>Tells properties that hold something from properties that are computed.</summary>
internal static class PropertyState
{
    /// <summary>Whether the property has a field of its own, made by the compiler.</summary>
    public static bool IsStored(IPropertySymbol property) =>
        property.DeclaringSyntaxReferences.IsEmpty
            ? property.GetMethod is { } getter && getter.GetAttributes().Any(static data => data.AttributeClass?.Name == "CompilerGeneratedAttribute")
            : BackingField(property) is not null;

    /// <summary>Whether a property has a value before anything sets it; where there is no source, it may have one.</summary>
    public static bool HasInitializer(IPropertySymbol property) =>
        property.DeclaringSyntaxReferences.IsEmpty
        || property.DeclaringSyntaxReferences.Any(static reference => reference.GetSyntax() is PropertyDeclarationSyntax { Initializer: not null });

    /// <summary>Whether the source of a property names a field of its type that is not public.</summary>
    public static bool ReadsHiddenField(IPropertySymbol property)
    {
        var names = NamesIn(property);
        return property.ContainingType.GetMembers().Any(
            member => member is IFieldSymbol { IsStatic: false, AssociatedSymbol: null } && names.Contains(member.Name));
    }

    /// <summary>The identifiers that the source of a property uses.</summary>
    public static HashSet<string> NamesIn(IPropertySymbol property)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var reference in property.DeclaringSyntaxReferences)
        {
            if (reference.GetSyntax() is not PropertyDeclarationSyntax declaration)
                continue;

            foreach (var token in declaration.DescendantTokens())
            {
                if (token.IsKind(SyntaxKind.IdentifierToken))
                    names.Add(token.ValueText);
            }
        }

        return names;
    }

    /// <summary>The field that the compiler made for a property in source.</summary>
    public static IFieldSymbol? BackingField(IPropertySymbol property)
    {
        foreach (var member in property.OriginalDefinition.ContainingType.GetMembers())
        {
            if (member is IFieldSymbol { AssociatedSymbol: { } owner } field && SymbolEqualityComparer.Default.Equals(owner, property.OriginalDefinition))
                return field;
        }

        return null;
    }
}
