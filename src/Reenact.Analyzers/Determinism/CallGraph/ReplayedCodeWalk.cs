using Microsoft.CodeAnalysis;
using Reenact.Analyzers.Determinism.Rules;

namespace Reenact.Analyzers.Determinism.CallGraph;

/// <summary>
/// Goes through all code of a compilation that runs again on replay: from the cores of <c>[Replayed]</c> methods along
/// everything they use that was written in this compilation.
/// </summary>
internal sealed class ReplayedCodeWalk
{
    private readonly Dictionary<ISymbol, List<Offence>> offences = new(SymbolEqualityComparer.Default);
    private readonly HashSet<ISymbol> reached = new(SymbolEqualityComparer.Default);
    private readonly Queue<(ISymbol Member, Reach Reach)> left = new();
    private readonly ReenactSymbols symbols;
    private readonly BodyReader bodies;
    private readonly Dispatch dispatch;
    private readonly ExpressionRules rules;

    private ReplayedCodeWalk(Compilation compilation, ReenactSymbols symbols)
    {
        this.symbols = symbols;
        bodies = new BodyReader(compilation);
        dispatch = new Dispatch(compilation);
        rules = new ExpressionRules(compilation);
    }

    public static ReplayedCode Run(Compilation compilation, ReenactSymbols symbols, CancellationToken cancellationToken)
    {
        var walk = new ReplayedCodeWalk(compilation, symbols);
        foreach (var (core, marked) in ReplayedRoots.Find(compilation, symbols, cancellationToken))
            walk.Enter(core, new Reach(MessageNames.Of(marked), from: null, site: null));

        // Breadth first, so that each member is reached, and explained, by a shortest chain.
        while (walk.left.Count > 0)
        {
            var (member, reach) = walk.left.Dequeue();
            walk.Scan(member, reach, cancellationToken);
        }

        return new ReplayedCode(walk.offences);
    }

    private void Enter(ISymbol member, Reach reach)
    {
        member = BodyReader.Canonical(member);
        if (reached.Add(member))
            left.Enqueue((member, reach));
    }

    private void Scan(ISymbol member, Reach reach, CancellationToken cancellationToken)
    {
        foreach (var body in bodies.Read(member, cancellationToken))
        {
            foreach (var operation in OperationTree.Walk(body, symbols))
            {
                Judge(member, reach, operation);
                foreach (var used in UsedMembers.Run(operation))
                    Follow(used, reach, operation);
            }
        }

        if (member is IMethodSymbol { MethodKind: MethodKind.Constructor } constructor)
        {
            foreach (var initialized in InstanceInitializers.RunBy(constructor))
                Enter(initialized, reach);
        }
    }

    private void Judge(ISymbol member, Reach reach, IOperation operation)
    {
        if (rules.Judge(operation) is not { } finding)
            return;
        if (!offences.TryGetValue(member, out var found))
            offences.Add(member, found = []);
        found.Add(new Offence(finding, reach));
    }

    private void Follow(IMethodSymbol used, Reach reach, IOperation operation)
    {
        if (!MayEnter(used))
            return;
        var site = operation.Syntax.GetLocation();
        foreach (var target in dispatch.Targets(used, operation).Prepend(used).Where(MayEnter))
            Enter(target, new Reach(MessageNames.Of(target), reach, site));
    }

    private bool MayEnter(ISymbol member) =>
        bodies.IsOurs(member) && !symbols.IsRecorded(member) && !symbols.IsReplayed(member) && !symbols.IsStatedDeterministic(member);
}
