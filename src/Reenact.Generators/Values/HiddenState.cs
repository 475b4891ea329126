using Microsoft.CodeAnalysis;
using Reenact.Generators.Shapes;

namespace Reenact.Generators.Values;

/// <summary>Finds state of a class or struct that its public members don't show, and that a recording would lose.</summary>
internal static class HiddenState
{
    /// <summary>The first field or property that holds such state; null when there is none, or the type is not in source.</summary>
    /// <param name="type">The class or struct.</param>
    /// <param name="members">Its members that are recorded or ignored.</param>
    /// <param name="known">What the compilation knows.</param>
    public static ISymbol? Find(INamedTypeSymbol type, List<ObjectMember> members, KnownTypes known)
    {
        HashSet<string>? shown = null;
        foreach (var declaring in ObjectMembers.BaseFirst(type))
        {
            if (declaring.DeclaringSyntaxReferences.IsEmpty)
                continue;

            foreach (var parameter in CapturedParameters.Of(declaring))
            {
                if (!IsShown(parameter, members, ref shown, known))
                    return parameter;
            }

            foreach (var member in declaring.GetMembers())
            {
                if (!IsHidden(member) || KnownTypes.Find(member, known.IgnoreRecordedAttribute) is not null)
                    continue;

                shown ??= NamesShown(members);
                if (!shown.Contains(member.Name))
                    return member;
            }
        }

        return null;
    }

    private static bool IsShown(IParameterSymbol parameter, List<ObjectMember> members, ref HashSet<string>? shown, KnownTypes known) =>
        KnownTypes.Find(parameter, known.IgnoreRecordedAttribute) is not null
        || members.Exists(member => string.Equals(member.Symbol.Name, parameter.Name, StringComparison.OrdinalIgnoreCase))
        || (shown ??= NamesShown(members)).Contains(parameter.Name);

    private static bool IsHidden(ISymbol member) => !member.IsStatic && member switch
    {
        IFieldSymbol { IsConst: false, AssociatedSymbol: null } field => field.DeclaredAccessibility != Accessibility.Public && !field.IsImplicitlyDeclared,
        IPropertySymbol { IsIndexer: false } property =>
            (property.DeclaredAccessibility != Accessibility.Public || property.GetMethod is not { DeclaredAccessibility: Accessibility.Public })
            && PropertyState.BackingField(property) is not null,
        _ => false,
    };

    /// <summary>A field that the accessors of a recorded property name is recorded through that property.</summary>
    private static HashSet<string> NamesShown(List<ObjectMember> members)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var member in members)
        {
            if (member.Symbol is IPropertySymbol property)
                names.UnionWith(PropertyState.NamesIn(property));
        }

        return names;
    }
}
