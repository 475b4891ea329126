using Microsoft.CodeAnalysis;
using Reenact.Generators.Shapes;

namespace Reenact.Generators.Decorators;

/// <summary>The members of an interface and of those it inherits from, as a decorator implements them.</summary>
internal static class InterfaceMembers
{
    /// <summary>Stands for the method that the compiler makes of an accessor: no method can have its name.</summary>
    private const string Accessor = "accessor";

    /// <summary>The interface's own first. Without <c>IDisposable</c> and <c>IAsyncDisposable</c>, whose members aren't recorded.</summary>
    /// <param name="contract">The interface.</param>
    /// <param name="reserved">Names that no member of the decorator can have.</param>
    public static List<InterfaceMember> Of(INamedTypeSymbol contract, IEnumerable<string> reserved)
    {
        var members = All(contract).SelectMany(static type => type.GetMembers()).Where(IsImplemented).ToList();
        var interfacesByName = members.ToLookup(static member => member.Name, static member => member.ContainingType);
        var signatures = reserved.ToDictionary(static name => name, static _ => new List<string> { "" }, StringComparer.Ordinal);
        return
        [
            .. members.Select(member => new InterfaceMember(
                member,
                !IsImplicit(member, signatures),
                interfacesByName[member.Name].Distinct<INamedTypeSymbol>(SymbolEqualityComparer.Default).Skip(1).Any())),
        ];
    }

    /// <summary><c>IDisposable</c> and <c>IAsyncDisposable</c>, where the interface is one.</summary>
    public static IEnumerable<INamedTypeSymbol> Disposing(INamedTypeSymbol contract) => WithInherited(contract).Where(IsDisposing);

    /// <summary>All interfaces whose members a decorator implements as recorded ones.</summary>
    public static IEnumerable<INamedTypeSymbol> All(INamedTypeSymbol contract) => WithInherited(contract).Where(static type => !IsDisposing(type));

    /// <summary>Abstract members, and default ones that an implementation can replace. Static ones are none of an instance's.</summary>
    public static bool IsImplemented(ISymbol member) =>
        member is IMethodSymbol { MethodKind: MethodKind.Ordinary, ExplicitInterfaceImplementations.IsEmpty: true }
            or IPropertySymbol { ExplicitInterfaceImplementations.IsEmpty: true }
            or IEventSymbol { ExplicitInterfaceImplementations.IsEmpty: true }
        && !member.IsStatic
        && (member.IsAbstract || (member.IsVirtual && member.DeclaredAccessibility is Accessibility.Public or Accessibility.Internal));

    private static IEnumerable<INamedTypeSymbol> WithInherited(INamedTypeSymbol contract) => [contract, .. contract.AllInterfaces];

    private static bool IsDisposing(INamedTypeSymbol type) => TypeNames.Declaration(type) is "System.IDisposable" or "System.IAsyncDisposable";

    private static bool IsImplicit(ISymbol member, Dictionary<string, List<string>> taken)
    {
        if (member.DeclaredAccessibility != Accessibility.Public)
            return false;

        var (name, signature) = member switch
        {
            IMethodSymbol method => (method.Name, Signature("method", method.Arity, method.Parameters)),
            IPropertySymbol { IsIndexer: true } indexer => ("Item", Signature("indexer", 0, indexer.Parameters)),
            _ => (member.Name, ""),
        };
        var accessors = AccessorNames(member);
        if (accessors.Any(accessor => taken.TryGetValue(accessor, out var named) && named.Exists(static other => other != Accessor)))
            return false;

        if (taken.TryGetValue(name, out var others) && (signature.Length == 0 || !others.All(other => IsOverload(signature, other))))
            return false;

        if (others is null)
            taken[name] = others = [];

        others.Add(signature);
        foreach (var accessor in accessors)
            taken[accessor] = [Accessor];

        return true;
    }

    private static string[] AccessorNames(ISymbol member) => member switch
    {
        IPropertySymbol { IsIndexer: true } => ["get_Item", "set_Item"],
        IPropertySymbol => ["get_" + member.Name, "set_" + member.Name],
        IEventSymbol => ["add_" + member.Name, "remove_" + member.Name],
        _ => [],
    };

    /// <summary>Methods stand beside methods of the same name, and indexers beside indexers, when their parameters differ.</summary>
    private static bool IsOverload(string signature, string other) => other.Length > 0 && other[0] == signature[0] && other != signature;

    private static string Signature(string kind, int arity, IEnumerable<IParameterSymbol> parameters) =>
        $"{kind} {arity}({string.Join(",", parameters.Select(static each => (each.RefKind == RefKind.None ? "" : "&") + Erased(each.Type)))})";

    /// <summary>A type whose own type parameters are known by place, not by name.</summary>
    private static string Erased(ITypeSymbol type) => type switch
    {
        ITypeParameterSymbol { TypeParameterKind: TypeParameterKind.Method } parameter => "!!" + parameter.Ordinal,
        IArrayTypeSymbol array => $"{Erased(array.ElementType)}[{array.Rank}]",
        INamedTypeSymbol { TypeArguments.IsEmpty: false } named =>
            $"{TypeNames.Declaration(named)}<{string.Join(",", named.TypeArguments.Select(Erased))}>",
        _ => TypeNames.Full(type),
    };
}
