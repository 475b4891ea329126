using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Reenact.Analyzers.Calls;
using Reenact.Generators.Shapes;

namespace Reenact.Analyzers.Shapes;

/// <summary>The names under which the marked methods of a compilation are recorded. Built once, when first asked. Thread-safe.</summary>
internal sealed class ClaimedNames(Compilation compilation, ReenactSymbols symbols)
{
    private readonly object gate = new();
    private ImmutableDictionary<string, ImmutableArray<IMethodSymbol>>? shared;

    /// <summary>The methods that a method shares its name with, where one of them claims it explicitly.</summary>
    public IEnumerable<IMethodSymbol> Rivals(IMethodSymbol method, CancellationToken cancellationToken) =>
        Shared(cancellationToken).TryGetValue(NameOf(method, out _), out var methods)
            ? methods.Where(each => !SymbolEqualityComparer.Default.Equals(each, method))
            : [];

    private ImmutableDictionary<string, ImmutableArray<IMethodSymbol>> Shared(CancellationToken cancellationToken)
    {
        // A canceled attempt leaves nothing behind, so the next one starts again.
        lock (gate)
            return shared ??= Collect(cancellationToken);
    }

    private ImmutableDictionary<string, ImmutableArray<IMethodSymbol>> Collect(CancellationToken cancellationToken)
    {
        var byName = new Dictionary<string, List<IMethodSymbol>>(StringComparer.Ordinal);
        var explicitly = new HashSet<string>(StringComparer.Ordinal);
        // By name first: to ask all members of a project what they are marked with takes longer than all the rest.
        foreach (var member in compilation.GetSymbolsWithName(new MarkedNames(compilation, symbols).Contains, SymbolFilter.Member, cancellationToken))
        {
            if (member is not IMethodSymbol { IsPartialDefinition: true } method || !symbols.IsMarked(method))
                continue;
            var name = NameOf(method, out var isExplicit);
            if (!byName.TryGetValue(name, out var methods))
                byName.Add(name, methods = []);
            methods.Add(method);
            if (isExplicit)
                explicitly.Add(name);
        }

        return explicitly.Where(name => byName[name].Count > 1).ToImmutableDictionary(
            static name => name,
            name => byName[name].ToImmutableArray(),
            StringComparer.Ordinal);
    }

    /// <summary>A method that is given the name it has anyway claims nothing: its overloads have that name too.</summary>
    private string NameOf(IMethodSymbol method, out bool isExplicit)
    {
        var own = MethodNames.InRecordings(method);
        var given = symbols.GivenName(method);
        isExplicit = given is { Length: > 0 } && given != own;
        return isExplicit ? given! : own;
    }
}
