using Microsoft.CodeAnalysis;
using Reenact.Generators.Models;
using Reenact.Generators.Shapes;

namespace Reenact.Generators.Values;

/// <summary>Where code can name a type: anywhere in its assembly, or only within one of the types around it.</summary>
internal static class TypeReach
{
    /// <summary>The innermost type that all of these are private or protected to; null when they can be named anywhere.</summary>
    public static INamedTypeSymbol? HostOf(IEnumerable<ITypeSymbol> types)
    {
        INamedTypeSymbol? deepest = null;
        foreach (var type in types.SelectMany(Mentioned))
        {
            if (HiddenPart(type)?.ContainingType is { } host && (deepest is null || Depth(host) > Depth(deepest)))
                deepest = host;
        }

        return deepest;
    }

    /// <summary>Whether the codec of a type can name a member of it or of its base types.</summary>
    public static bool CanName(ISymbol member, INamedTypeSymbol type, KnownTypes known) =>
        known.Compilation.IsSymbolAccessibleWithin(member, (ISymbol?)HostOf([type]) ?? known.Compilation.Assembly);

    /// <summary>The keywords of a codec in that host: those of the type that is private to it.</summary>
    public static string AccessibilityIn(INamedTypeSymbol host, IEnumerable<ITypeSymbol> types)
    {
        var hidden = types.SelectMany(Mentioned).Select(HiddenPart).First(each => SymbolEqualityComparer.Default.Equals(each?.ContainingType, host))!;
        return hidden.DeclaredAccessibility switch
        {
            Accessibility.Protected => "protected",
            Accessibility.ProtectedAndInternal => "private protected",
            _ => "private",
        };
    }

    public static HostModel Model(INamedTypeSymbol host)
    {
        var around = ContainingTypes.Outwards(host).Reverse().ToList();
        return new HostModel(
            ContainingTypes.Model(host),
            around.Select(static each => TypeNames.InDeclaration(each)).ToEquatableArray(),
            around.TakeWhile(static each => HiddenPart(each) is null).Count(),
            around.Any(static each => each.Arity > 0));
    }

    /// <summary>The host that emitted code has to name a type in, as a model.</summary>
    public static HostModel? ModelFor(ITypeSymbol type) => HostOf([type]) is { } host ? Model(host) : null;

    /// <summary>The type or the one around it that is private or protected.</summary>
    private static INamedTypeSymbol? HiddenPart(INamedTypeSymbol type) => ContainingTypes.Outwards(type)
        .FirstOrDefault(static each => each.DeclaredAccessibility is Accessibility.Private or Accessibility.Protected or Accessibility.ProtectedAndInternal);

    /// <summary>The declared types that a type's name in code has in it.</summary>
    private static IEnumerable<INamedTypeSymbol> Mentioned(ITypeSymbol type)
    {
        switch (type)
        {
            case IArrayTypeSymbol array:
                return Mentioned(array.ElementType);
            case INamedTypeSymbol named:
                return ContainingTypes.Outwards(named).SelectMany(static each => each.TypeArguments).SelectMany(Mentioned).Prepend(named);
            default:
                return [];
        }
    }

    private static int Depth(INamedTypeSymbol type) => ContainingTypes.Outwards(type).Count();
}
