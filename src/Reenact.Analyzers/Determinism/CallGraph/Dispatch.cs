using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Reenact.Analyzers.Determinism.CallGraph;

/// <summary>
/// Finds what a call through a virtual or interface member may run, among the types of a compilation: the overrides in the
/// receiver's type and below it, and the implementation of an interface where there is only one. Not thread-safe.
/// </summary>
internal sealed class Dispatch(Compilation compilation)
{
    private static readonly SymbolEqualityComparer Same = SymbolEqualityComparer.Default;

    private ILookup<ISymbol, INamedTypeSymbol>? derived;
    private ILookup<ISymbol, INamedTypeSymbol>? implementing;

    public IEnumerable<ISymbol> Targets(IMethodSymbol member, IOperation use)
    {
        if (member.IsStatic || UsedMembers.Receiver(use) is not { } receiver || receiver.Syntax is BaseExpressionSyntax)
            return [];
        if (member.ContainingType.TypeKind == TypeKind.Interface)
            return Implementation(member.OriginalDefinition) is { } only ? [only] : [];
        if (!(member.IsVirtual || member.IsAbstract || member.IsOverride) || receiver.Type is not INamedTypeSymbol type)
            return [];

        // What 'new' made is of just that type.
        var below = receiver is IObjectCreationOperation ? [] : Below(type.OriginalDefinition);
        var root = Root(member);
        return below.Select(each => Own(each, root)).Append(Inherited(type.OriginalDefinition, root)).OfType<ISymbol>();
    }

    private IMethodSymbol? Implementation(IMethodSymbol member)
    {
        implementing ??= ByDefinition(static type => type.TypeKind == TypeKind.Interface ? [] : type.AllInterfaces);
        IMethodSymbol? only = null;
        foreach (var type in implementing[member.ContainingType])
        {
            foreach (var contract in type.AllInterfaces.Where(each => Same.Equals(each.OriginalDefinition, member.ContainingType)))
            {
                var declared = contract.GetMembers(member.Name).FirstOrDefault(each => Same.Equals(each.OriginalDefinition, member));
                if (declared is null || type.FindImplementationForInterfaceMember(declared)?.OriginalDefinition is not IMethodSymbol found)
                    continue;
                if (only is not null && !Same.Equals(only, found))
                    return null;
                only = found;
            }
        }

        return only;
    }

    private IEnumerable<INamedTypeSymbol> Below(INamedTypeSymbol type)
    {
        derived ??= ByDefinition(static each => each.BaseType is { } parent ? [parent] : []);
        var left = new Queue<INamedTypeSymbol>(derived[type]);
        while (left.Count > 0)
        {
            var next = left.Dequeue();
            yield return next;
            foreach (var lower in derived[next])
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

    private static IMethodSymbol? Own(INamedTypeSymbol type, IMethodSymbol root) =>
        type.GetMembers(root.Name).OfType<IMethodSymbol>().FirstOrDefault(each => Same.Equals(Root(each), root));

    private static IMethodSymbol Root(IMethodSymbol member)
    {
        var root = member.OriginalDefinition;
        while (root.OverriddenMethod is { } overridden)
            root = overridden.OriginalDefinition;
        return root;
    }

    private ILookup<ISymbol, INamedTypeSymbol> ByDefinition(Func<INamedTypeSymbol, IEnumerable<INamedTypeSymbol>> keys) =>
        DeclaredTypes.Of(compilation)
            .SelectMany(keys, static (type, key) => (Key: (ISymbol)key.OriginalDefinition, Type: type))
            .Distinct()
            .ToLookup(static pair => pair.Key, static pair => pair.Type, Same);
}
