using Microsoft.CodeAnalysis;

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
                else if (member is IMethodSymbol method && symbols.IsReplayed(method) && !symbols.IsStatedDeterministic(method) && Core(method) is { } core)
                    yield return (core, method);
            }
        }
    }

    private static IMethodSymbol? Core(IMethodSymbol marked) => marked.ContainingType
        .GetMembers(CoreName(marked.Name))
        .OfType<IMethodSymbol>()
        .FirstOrDefault(candidate => TakesTheSame(candidate, marked));

    private static string CoreName(string name) =>
        name.EndsWith("Async", StringComparison.Ordinal) ? name.Substring(0, name.Length - "Async".Length) + "CoreAsync" : name + "Core";

    private static bool TakesTheSame(IMethodSymbol candidate, IMethodSymbol marked)
    {
        if (candidate.Arity != marked.Arity || candidate.Parameters.Length != marked.Parameters.Length)
            return false;
        var comparable = candidate.Arity == 0 ? candidate : candidate.Construct([.. marked.TypeParameters]);
        return comparable.Parameters.Zip(marked.Parameters, (a, b) => SymbolEqualityComparer.Default.Equals(a.Type, b.Type)).All(same => same);
    }
}
