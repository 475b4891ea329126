using Microsoft.CodeAnalysis;
using Reenact.Generators.Shapes;

namespace Reenact.Analyzers.Determinism;

/// <summary>Finds where replayed code begins: the cores of <c>[Replayed]</c> methods.</summary>
internal static class ReplayedRoots
{
    public static IEnumerable<(IMethodSymbol Core, IMethodSymbol Marked)> Find(
        Compilation compilation, ReenactSymbols symbols, CancellationToken cancellationToken)
    {
        var left = new Stack<INamespaceOrTypeSymbol>();
        left.Push(compilation.Assembly.GlobalNamespace);
        while (left.Count > 0)
        {
            cancellationToken.ThrowIfCancellationRequested();
            foreach (var member in left.Pop().GetMembers())
            {
                if (member is INamespaceOrTypeSymbol inner)
                    left.Push(inner);
                else if (member is IMethodSymbol method && symbols.IsReplayed(method) && !symbols.IsStatedDeterministic(method) && CoreMethod.Find(method) is { } core)
                    yield return (core, method);
            }
        }
    }
}
