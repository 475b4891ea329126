using Microsoft.CodeAnalysis;
using Reenact.Generators.Shapes;

namespace Reenact.Analyzers.Determinism.CallGraph;

/// <summary>Finds where replayed code begins: the cores of <c>[Replayed]</c> methods.</summary>
internal static class ReplayedRoots
{
    public static IEnumerable<(IMethodSymbol Core, IMethodSymbol Marked)> Find(
        Compilation compilation, ReenactSymbols symbols, CancellationToken cancellationToken)
    {
        foreach (var type in DeclaredTypes.Of(compilation))
        {
            cancellationToken.ThrowIfCancellationRequested();
            foreach (var method in type.GetMembers().OfType<IMethodSymbol>())
            {
                if (symbols.IsReplayed(method) && !symbols.IsStatedDeterministic(method) && CoreMethod.Find(method) is { } core)
                    yield return (core, method);
            }
        }
    }
}
