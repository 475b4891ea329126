using Microsoft.CodeAnalysis;
using Reenact.Generators.Models;
using Reenact.Generators.Shapes;

namespace Reenact.Generators.Values;

/// <summary>Finds the members of classes and structs that make up their values: public properties and fields, base types first.</summary>
internal sealed class ObjectMembers(INamedTypeSymbol type, KnownTypes known)
{
    private static readonly HashSet<string> Fillable = new(StringComparer.Ordinal)
    {
        "System.Collections.Generic.ICollection`1",
        "System.Collections.Generic.IList`1",
        "System.Collections.Generic.ISet`1",
        "System.Collections.Generic.IDictionary`2",
        "System.Collections.Generic.List`1",
        "System.Collections.Generic.HashSet`1",
        "System.Collections.Generic.SortedSet`1",
        "System.Collections.Generic.LinkedList`1",
        "System.Collections.Generic.Dictionary`2",
        "System.Collections.Generic.SortedDictionary`2",
        "System.Collections.Generic.SortedList`2",
        "System.Collections.ObjectModel.Collection`1",
    };

    private readonly List<ISymbol> symbols = [];

    /// <summary>The members, ignored and computed ones included.</summary>
    public static List<ObjectMember> Of(INamedTypeSymbol type, KnownTypes known) => new ObjectMembers(type, known).Collect();

    private List<ObjectMember> Collect()
    {
        foreach (var declaring in BaseFirst(type))
        {
            foreach (var member in declaring.GetMembers())
                Add(member);
        }

        return symbols.ConvertAll(symbol => symbol is IPropertySymbol property ? OfProperty(property) : OfField((IFieldSymbol)symbol));
    }

    public static IEnumerable<INamedTypeSymbol> BaseFirst(INamedTypeSymbol type)
    {
        var chain = new Stack<INamedTypeSymbol>();
        for (var at = type; at is { SpecialType: SpecialType.None }; at = at.BaseType)
            chain.Push(at);

        return chain;
    }

    private void Add(ISymbol member)
    {
        if (member.IsStatic || member.DeclaredAccessibility != Accessibility.Public)
            return;

        switch (member)
        {
            case IPropertySymbol { IsIndexer: false, GetMethod.DeclaredAccessibility: Accessibility.Public } property:
                if (property.OverriddenProperty is { } overridden && IndexOfSlot(overridden) is var slot and >= 0)
                    symbols[slot] = property;
                else
                    symbols.Add(property);
                break;
            case IFieldSymbol { IsConst: false, IsImplicitlyDeclared: false } field:
                symbols.Add(field);
                break;
        }
    }

    private int IndexOfSlot(IPropertySymbol overridden) =>
        symbols.FindIndex(symbol => SymbolEqualityComparer.Default.Equals(symbol, overridden));

    private ObjectMember OfProperty(IPropertySymbol property)
    {
        var ignored = IsIgnored(property);
        var setter = SetterOf(property);
        if (setter is null)
            return OfGetOnly(property, ignored);

        var setting = !IsAccessible(setter) ? MemberSetting.HiddenSetter
            : setter.IsInitOnly || property.IsRequired ? MemberSetting.Initializer
            : MemberSetting.Assign;
        if (setting == MemberSetting.HiddenSetter && !CanAccess(setter))
            return new ObjectMember(property, property.Type, MemberSetting.None, ignored);

        return new ObjectMember(property, property.Type, setting, ignored)
        {
            Hidden = CanAccess(setter) ? setter.MetadataName : "",
            Target = setter.ContainingType,
        };
    }

    private ObjectMember OfGetOnly(IPropertySymbol property, bool ignored)
    {
        var stored = PropertyState.IsStored(property);
        // Nothing says that a collection without an initializer is there to be filled.
        var replaceable = stored && (property.Type.TypeKind == TypeKind.Interface || !PropertyState.HasInitializer(property)) && CanAccess(property);
        if (!replaceable && CollectionOf(property.Type) is { } collection && (stored || PropertyState.ReadsHiddenField(property)))
            return new ObjectMember(property, property.Type, MemberSetting.Fill, ignored) { Target = collection };

        if (!stored)
            return new ObjectMember(property, property.Type, MemberSetting.None, ignored) { IsComputed = true };

        return CanAccess(property)
            ? new ObjectMember(property, property.Type, MemberSetting.HiddenField, ignored) { Hidden = $"<{property.Name}>k__BackingField" }
            : new ObjectMember(property, property.Type, MemberSetting.None, ignored);
    }

    private ObjectMember OfField(IFieldSymbol field)
    {
        var ignored = IsIgnored(field);
        if (!field.IsReadOnly)
            return new ObjectMember(field, field.Type, field.IsRequired ? MemberSetting.Initializer : MemberSetting.Assign, ignored);

        return CanAccess(field)
            ? new ObjectMember(field, field.Type, MemberSetting.HiddenField, ignored) { Hidden = field.Name }
            : new ObjectMember(field, field.Type, MemberSetting.None, ignored);
    }

    private bool IsIgnored(ISymbol member) => MemberAttributes.Find(member, type, known.IgnoreRecordedAttribute) is not null;

    /// <summary>Accessors need to name the declaring type.</summary>
    private bool CanAccess(ISymbol member) =>
        member.ContainingType is { } declaring && IsAccessible(declaring) && (!declaring.IsGenericType || GenericAccess.IsPossible(declaring, type));

    private bool IsAccessible(ISymbol symbol) => TypeReach.CanName(symbol, type, known);

    private static IMethodSymbol? SetterOf(IPropertySymbol property)
    {
        for (var at = property; at is not null; at = at.OverriddenProperty)
        {
            if (at.SetMethod is { } setter)
                return setter;
        }

        return null;
    }

    /// <summary>The interface through which a collection can be filled; null for what is read-only.</summary>
    private static INamedTypeSymbol? CollectionOf(ITypeSymbol type)
    {
        if (type is not INamedTypeSymbol named || !Fillable.Contains(TypeNames.Declaration(named.OriginalDefinition)))
            return null;

        return named.AllInterfaces.Add(named).FirstOrDefault(
            static each => each.OriginalDefinition.SpecialType == SpecialType.System_Collections_Generic_ICollection_T);
    }
}
