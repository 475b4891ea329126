using Microsoft.CodeAnalysis;

namespace Reenact.Analyzers.Determinism.Rules.Culture;

/// <summary>Recognizes types of the framework by name, without making strings.</summary>
internal static class FrameworkTypes
{
    /// <summary>Whether a type, whatever its arity, is the one of that name in that namespace, given outermost part first.</summary>
    public static bool Is(ITypeSymbol? type, string name, params string[] space) =>
        type is INamedTypeSymbol { ContainingType: null } && type.Name == name && IsIn(type, space);

    /// <summary>Whether a type stands in a namespace, given outermost part first.</summary>
    public static bool IsIn(ITypeSymbol type, params string[] space)
    {
        var at = type.ContainingNamespace;
        for (var i = space.Length - 1; i >= 0; i--)
        {
            if (at is null || at.IsGlobalNamespace || at.Name != space[i])
                return false;
            at = at.ContainingNamespace;
        }

        return at is { IsGlobalNamespace: true };
    }

    public static bool IsString(ITypeSymbol? type) => type is { SpecialType: SpecialType.System_String };

    public static bool IsFormatProvider(ITypeSymbol? type) =>
        type is { Name: "IFormatProvider" or "CultureInfo" or "NumberFormatInfo" or "DateTimeFormatInfo" }
        && (IsIn(type, "System") || IsIn(type, "System", "Globalization"));
}
