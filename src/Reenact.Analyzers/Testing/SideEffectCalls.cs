using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Reenact.Analyzers.Determinism;
using Reenact.Analyzers.Determinism.CallGraph;
using Reenact.Generators.Shapes;

namespace Reenact.Analyzers.Testing;

/// <summary>
/// Finds the recorded methods with side effects that code calls, directly or through what was written in its compilation. Each member
/// is read once, whoever calls it. Thread-safe.
/// </summary>
internal sealed class SideEffectCalls(Compilation compilation, ReenactSymbols symbols)
{
    /// <summary>A test that runs more than that is not looked at further.</summary>
    private const int MostMembers = 1000;

    private readonly Dictionary<ISymbol, List<IMethodSymbol>> used = new(SymbolEqualityComparer.Default);
    private readonly BodyReader bodies = new(compilation);
    private readonly Dispatch dispatch = new(compilation);
    private readonly object gate = new();

    /// <summary>The methods, nearest first, each with the way to it from the code.</summary>
    public IReadOnlyList<(IMethodSymbol Method, string Way)> Of(IOperation code, CancellationToken cancellationToken)
    {
        lock (gate)
        {
            return Walk(code, cancellationToken);
        }
    }

    private List<(IMethodSymbol Method, string Way)> Walk(IOperation code, CancellationToken cancellationToken)
    {
        var found = new List<(IMethodSymbol, string)>();
        var reached = new HashSet<ISymbol>(SymbolEqualityComparer.Default);
        var left = new Queue<(IMethodSymbol Member, string Way)>();
        Enter(UsedBy([code]), "");
        while (left.Count > 0 && reached.Count < MostMembers)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var (member, way) = left.Dequeue();
            if (!used.TryGetValue(member, out var next))
                used.Add(member, next = [.. UsedBy(bodies.Read(member, cancellationToken))]);
            Enter(next, way + MessageNames.Of(member) + " → ");
        }

        return found;

        void Enter(IEnumerable<IMethodSymbol> members, string way)
        {
            foreach (var member in members)
            {
                if (!reached.Add(member))
                    continue;
                if (HasSideEffects(member))
                    found.Add((member, way + MessageNames.Of(member)));
                else if (bodies.IsOurs(member))
                    left.Enqueue((member, way));
            }
        }
    }

    private IEnumerable<IMethodSymbol> UsedBy(IEnumerable<IOperation> code) =>
        code.SelectMany(body => OperationTree.Walk(body, symbols))
            .SelectMany(UsedMembers.Run)
            .SelectMany(use => dispatch.Targets(use).Prepend(use.Member))
            .Select(BodyReader.Canonical)
            .OfType<IMethodSymbol>()
            .Where(member => bodies.IsOurs(member) || HasSideEffects(member));

    private bool HasSideEffects(IMethodSymbol method) =>
        symbols.RecordedAttributeOf(method)?.NamedArguments.Any(static argument => argument is { Key: "SideEffects", Value.Value: true }) == true;

    /// <summary>A method's name in recordings.</summary>
    public string NameOf(IMethodSymbol method) => symbols.GivenName(method) ?? MethodNames.InRecordings(method);
}
