using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;

namespace Reenact.Analyzers.Determinism.CallGraph;

/// <summary>
/// Finds what a call may run, among the types of a compilation: the overrides in the receiver's type and below it, and the implementation of
/// an interface where there is only one. Thread-safe.
/// </summary>
internal sealed class Dispatch(Compilation compilation)
{
    private static readonly SymbolEqualityComparer Same = SymbolEqualityComparer.Default;

    private readonly ConcurrentDictionary<IMethodSymbol, IReadOnlyList<IMethodSymbol>> implementations = new(Same);
    private readonly ConcurrentDictionary<(INamedTypeSymbol Type, IMethodSymbol Root), IReadOnlyList<IMethodSymbol>> overridesBelow = new();

    private readonly Lazy<ILookup<ISymbol, INamedTypeSymbol>> derived =
        new(() => ByDefinition(compilation, Parents));

    private readonly Lazy<ILookup<ISymbol, INamedTypeSymbol>> implementing =
        new(() => ByDefinition(compilation, static type => type.TypeKind == TypeKind.Interface ? [] : type.AllInterfaces));

    /// <summary>The base class; where others wrote it, also those above it, which are not among the types of the compilation.</summary>
    private static IEnumerable<INamedTypeSymbol> Parents(INamedTypeSymbol type)
    {
        for (var at = type.BaseType; at is { SpecialType: not SpecialType.System_Object }; at = at.BaseType)
        {
            yield return at;
            if (Same.Equals(at.ContainingAssembly, type.ContainingAssembly))
                yield break;
        }
    }

    /// <summary>The members that a use may run, whoever wrote them.</summary>
    public IReadOnlyList<IMethodSymbol> Targets(MemberUse use)
    {
        var member = use.Member;
        if (!MayBeOverridden(member))
            return [member];
        if (member.ContainingType.TypeKind == TypeKind.Interface)
            return OfInterface(use);
        // Of a type parameter it is known that it derives from the member's type.
        if ((use.Receiver is ITypeParameterSymbol ? member.ContainingType : use.Receiver) is not INamedTypeSymbol { TypeKind: not TypeKind.Interface } type)
            return [member];

        var root = Root(member);
        return [.. Overrides(type.OriginalDefinition, root, use)];
    }

    /// <summary>
    /// The implementations of an interface's member in this compilation, whichever type they run on: none, the only one, or several of which
    /// nobody knows which runs.
    /// </summary>
    public IReadOnlyList<IMethodSymbol> Implementations(IMethodSymbol member)
    {
        member = member.ConstructedFrom;
        return implementations.TryGetValue(member, out var known) ? known : implementations.GetOrAdd(member, FindImplementations(member));
    }

    /// <summary>Whether a type of this compilation derives from a class.</summary>
    public bool HasDerived(INamedTypeSymbol type) => derived.Value[type.OriginalDefinition].Any();

    private IMethodSymbol[] FindImplementations(IMethodSymbol member)
    {
        var definition = member.OriginalDefinition;
        var found = new HashSet<IMethodSymbol>(Same);
        foreach (var type in implementing.Value[definition.ContainingType])
        {
            if (type.IsAbstract && !definition.IsStatic && derived.Value[type].Any())
                continue;
            if (!type.AllInterfaces.Any(contract => Constructions.MayBeSame(contract, member.ContainingType)))
                continue;
            if (Implementation(type, definition) is { } implementation)
                found.Add(implementation);
        }

        return [.. found];
    }

    private static bool MayBeOverridden(IMethodSymbol member) =>
        member.IsVirtual || member.IsAbstract || member.IsOverride || member is { ContainingType.TypeKind: TypeKind.Interface, IsStatic: false };

    private IReadOnlyList<IMethodSymbol> OfInterface(MemberUse use)
    {
        if (use.Receiver is { TypeKind: TypeKind.Interface } && use.IsExact())
            return [use.Member];
        if (use.Receiver is INamedTypeSymbol { TypeKind: TypeKind.Class or TypeKind.Struct } type)
        {
            if (Implementation(type.OriginalDefinition, use.Member.OriginalDefinition) is not { } found)
                return [use.Member];
            return MayBeOverridden(found) && found.ContainingType.TypeKind != TypeKind.Interface
                ? [.. Overrides(type.OriginalDefinition, Root(found), use)]
                : [found];
        }

        var all = Implementations(use.Member);
        // A static member is chosen by a type that code names, not by a host.
        if (all.Count == 0)
            return [use.Member];
        return all.Count == 1 || use.Member.IsStatic ? [.. all.SelectMany(each => WithOverrides(each, use))] : [];
    }

    private IEnumerable<IMethodSymbol> WithOverrides(IMethodSymbol member, MemberUse use) =>
        MayBeOverridden(member) && member.ContainingType.TypeKind == TypeKind.Class ? Overrides(member.ContainingType, Root(member), use) : [member];

    private static IMethodSymbol? Implementation(INamedTypeSymbol type, IMethodSymbol member)
    {
        foreach (var contract in type.AllInterfaces)
        {
            if (!Same.Equals(contract.OriginalDefinition, member.ContainingType))
                continue;
            var declared = contract.GetMembers(member.Name).FirstOrDefault(each => Same.Equals(each.OriginalDefinition, member));
            if (declared is not null && type.FindImplementationForInterfaceMember(declared)?.OriginalDefinition is IMethodSymbol found)
                return found;
        }

        return null;
    }

    private IEnumerable<IMethodSymbol> Overrides(INamedTypeSymbol type, IMethodSymbol root, MemberUse use)
    {
        if (Inherited(type, root) is { } inherited)
            yield return inherited;
        if (type.IsSealed || type.TypeKind == TypeKind.Struct || !derived.Value[type].Any() || use.IsExact())
            yield break;
        foreach (var own in overridesBelow.GetOrAdd((type, root), OwnBelow))
            yield return own;
    }

    private IReadOnlyList<IMethodSymbol> OwnBelow((INamedTypeSymbol Type, IMethodSymbol Root) key) =>
        [.. Below(key.Type).Select(lower => Own(lower, key.Root)).OfType<IMethodSymbol>()];

    private IEnumerable<INamedTypeSymbol> Below(INamedTypeSymbol type)
    {
        var left = new Queue<INamedTypeSymbol>(derived.Value[type]);
        while (left.Count > 0)
        {
            var next = left.Dequeue();
            yield return next;
            foreach (var lower in derived.Value[next])
                left.Enqueue(lower);
        }
    }

    private static IMethodSymbol? Inherited(INamedTypeSymbol type, IMethodSymbol root)
    {
        for (var at = type; at is not null; at = at.BaseType?.OriginalDefinition)
        {
            if (Own(at, root) is { } found)
                return found;
        }

        return null;
    }

    private static IMethodSymbol? Own(INamedTypeSymbol type, IMethodSymbol root)
    {
        foreach (var member in type.GetMembers(root.Name))
        {
            if (member is IMethodSymbol method && Same.Equals(Root(method), root))
                return method;
        }

        return null;
    }

    private static IMethodSymbol Root(IMethodSymbol member)
    {
        var root = member.OriginalDefinition;
        while (root.OverriddenMethod is { } overridden)
            root = overridden.OriginalDefinition;
        return root;
    }

    private static ILookup<ISymbol, INamedTypeSymbol> ByDefinition(Compilation compilation, Func<INamedTypeSymbol, IEnumerable<INamedTypeSymbol>> keys) =>
        DeclaredTypes.Of(compilation)
            .SelectMany(keys, static (type, key) => (Key: (ISymbol)key.OriginalDefinition, Type: type))
            .Distinct()
            .ToLookup(static pair => pair.Key, static pair => pair.Type, Same);
}
