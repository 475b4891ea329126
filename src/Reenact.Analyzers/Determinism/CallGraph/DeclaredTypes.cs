using Microsoft.CodeAnalysis;

namespace Reenact.Analyzers.Determinism.CallGraph;

/// <summary>All types that an assembly declares, nested ones included.</summary>
internal static class DeclaredTypes
{
    public static IEnumerable<INamedTypeSymbol> Of(Compilation compilation) => Of(compilation.Assembly);

    public static IEnumerable<INamedTypeSymbol> Of(IAssemblySymbol assembly)
    {
        var left = new Stack<INamespaceOrTypeSymbol>();
        left.Push(assembly.GlobalNamespace);
        while (left.Count > 0)
        {
            var next = left.Pop();
            if (next is INamedTypeSymbol type)
                yield return type;
            foreach (var member in next.GetMembers())
            {
                if (member is INamespaceOrTypeSymbol inner)
                    left.Push(inner);
            }
        }
    }
}
