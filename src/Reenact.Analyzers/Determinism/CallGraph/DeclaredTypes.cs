using Microsoft.CodeAnalysis;

namespace Reenact.Analyzers.Determinism.CallGraph;

/// <summary>All types that a compilation declares, nested ones included.</summary>
internal static class DeclaredTypes
{
    public static IEnumerable<INamedTypeSymbol> Of(Compilation compilation)
    {
        var left = new Stack<INamespaceOrTypeSymbol>();
        left.Push(compilation.Assembly.GlobalNamespace);
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
