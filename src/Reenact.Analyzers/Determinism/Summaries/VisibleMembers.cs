using Microsoft.CodeAnalysis;
using Reenact.Analyzers.Determinism.CallGraph;

namespace Reenact.Analyzers.Determinism.Summaries;

/// <summary>The members of a compilation that other assemblies can use and that may run code.</summary>
internal static class VisibleMembers
{
    /// <summary>Whether other assemblies are meant to use what the compilation makes.</summary>
    public static bool MayBeUsed(Compilation compilation) =>
        compilation.Options.OutputKind == OutputKind.DynamicallyLinkedLibrary || ShowsInternals(compilation.Assembly);

    public static IEnumerable<ISymbol> Of(Compilation compilation)
    {
        var showsInternals = ShowsInternals(compilation.Assembly);
        foreach (var type in DeclaredTypes.Of(compilation))
        {
            if (type.TypeKind is TypeKind.Delegate or TypeKind.Enum || !IsVisible(type, showsInternals))
                continue;
            foreach (var member in type.GetMembers())
            {
                if (RunsCode(member) && (IsVisible(member, showsInternals) || member is IMethodSymbol { ExplicitInterfaceImplementations.IsEmpty: false }))
                    yield return member;
            }
        }
    }

    /// <summary>Methods of all kinds, and what has an initializer that runs before it is read.</summary>
    private static bool RunsCode(ISymbol member) => member switch
    {
        IMethodSymbol { MethodKind: MethodKind.StaticConstructor or MethodKind.Destructor } => false,
        IMethodSymbol => true,
        IFieldSymbol { IsStatic: true, IsConst: false } or IPropertySymbol { IsStatic: true } => true,
        _ => false,
    };

    private static bool IsVisible(ISymbol member, bool showsInternals)
    {
        for (var each = member; each is not null; each = each.ContainingType)
        {
            var isSeen = each.DeclaredAccessibility switch
            {
                Accessibility.Public or Accessibility.Protected or Accessibility.ProtectedOrInternal => true,
                Accessibility.Internal or Accessibility.ProtectedAndInternal => showsInternals,
                _ => each is INamedTypeSymbol { IsExtension: true },
            };
            if (!isSeen)
                return false;
        }

        return true;
    }

    private static bool ShowsInternals(IAssemblySymbol assembly) =>
        assembly.GetAttributes().Any(static attribute => attribute.AttributeClass is { Name: "InternalsVisibleToAttribute", ContainingNamespace.Name: "CompilerServices" });
}
