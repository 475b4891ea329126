using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Reenact.Analyzers.Determinism.CallGraph;

/// <summary>
/// Goes through all code of a compilation that runs again on replay: from the roots along everything they use that was written in this
/// compilation. Each body's facts are found once and kept; this only follows them.
/// </summary>
internal sealed class ReplayedCodeWalk
{
    private readonly Dictionary<MemberKey, ReachedBody> reached = [];
    private readonly Dictionary<BodyFacts, ReachedBody> reachedLambdas = [];
    private readonly List<ReachedBody> inOrder = [];
    private HashSet<MemberKey>? replayedReads;
    private readonly Compilation compilation;
    private readonly SourceMembers members;
    private readonly BodyScanner scanner;
    private readonly FactCache cache;
    private readonly DelegateHolders holders;
    private readonly CancellationToken cancellationToken;

    private ReplayedCodeWalk(Compilation compilation, SourceMembers members, BodyScanner scanner, FactCache cache, CancellationToken cancellationToken)
    {
        this.compilation = compilation;
        this.members = members;
        this.scanner = scanner;
        this.cache = cache;
        this.cancellationToken = cancellationToken;
        holders = new DelegateHolders(members, scanner.Bodies, Facts, cancellationToken);
    }

    public static ReplayedCode Run(
        Compilation compilation, ReplayedRoots roots, SourceMembers members, BodyScanner scanner, FactCache cache, CancellationToken cancellationToken)
    {
        var walk = new ReplayedCodeWalk(compilation, members, scanner, cache, cancellationToken);
        walk.EnterRoots(roots);
        walk.FollowAll();
        return new ReplayedCode(walk.Offences().ToLookup(static offence => offence.At.SourceTree!));
    }

    private void EnterRoots(ReplayedRoots roots)
    {
        foreach (var (core, name) in roots.Cores(members, scanner.Bodies, scanner.Symbols, cancellationToken))
        {
            if (!reached.ContainsKey(core))
                reached.Add(core, Add(new ReachedBody(Facts(core), core.File, new Reach(name, from: null, tree: null, default), isRoot: true)));
        }

        foreach (var replaying in roots.Replaying)
        {
            foreach (var lambda in Facts(replaying).ReplayedLambdas)
                reachedLambdas[lambda] = Add(new ReachedBody(lambda, replaying.File, new Reach(lambda.Name, from: null, tree: null, default), isRoot: true));
        }
    }

    /// <summary>Breadth first, so that each member is reached, and explained, by a shortest chain.</summary>
    private void FollowAll()
    {
        var next = 0;
        var nextWithDelegates = 0;
        while (next < inOrder.Count)
        {
            while (next < inOrder.Count)
            {
                cancellationToken.ThrowIfCancellationRequested();
                var body = inOrder[next++];
                foreach (var use in body.Facts.Uses)
                    Enter(use, body);
            }

            // What delegates lead to comes after all that is named: chains through names explain better.
            while (nextWithDelegates < next)
            {
                var body = inOrder[nextWithDelegates++];
                foreach (var use in body.Facts.DelegateUses)
                    Enter(use, body);
            }
        }
    }

    private void Enter(Use use, ReachedBody by)
    {
        if (!reached.TryGetValue(use.Target, out var body))
        {
            var facts = Facts(use.Target);
            reached.Add(use.Target, body = Add(new ReachedBody(facts, use.Target.File, Reach(facts, by, use.Site), isRoot: false)));
        }

        body.AddUser(by);
    }

    private void Enter(DelegateUse use, ReachedBody by)
    {
        foreach (var (from, assigned) in holders.Assignments(use.Holder))
        {
            if (assigned.Code is not { } code)
                continue;
            if (!reachedLambdas.TryGetValue(code, out var body))
                reachedLambdas.Add(code, body = Add(new ReachedBody(code, from.File, Reach(code, by, use.Site), isRoot: false)));
            body.AddUser(by);
        }
    }

    private ReachedBody Add(ReachedBody body)
    {
        inOrder.Add(body);
        return body;
    }

    private Reach Reach(BodyFacts facts, ReachedBody by, TextSpan site) => new(facts.Name, by.Reach, members.Tree(by.File), site);

    private BodyFacts Facts(MemberKey member) => cache.Get(member, cancellationToken);

    private IEnumerable<Offence> Offences()
    {
        var places = new HashSet<(SyntaxTree, TextSpan)>();
        foreach (var body in inOrder)
        {
            var roots = 0;
            foreach (var (found, finding) in body.Facts.Findings.Concat(Unknown(body)).Select(finding => (body, finding)).Concat(Lost(body)))
            {
                var (tree, span) = Place(found, finding.Span);
                if (tree is null || !places.Add((tree, span)))
                    continue;
                if (roots == 0)
                    roots = body.CountRoots();
                yield return new Offence(finding, Location.Create(tree, span), found.Reach, roots);
            }
        }
    }

    /// <summary>What the recorded methods that a body calls change, and replayed code reads.</summary>
    private IEnumerable<(ReachedBody, LocatedFinding)> Lost(ReachedBody body)
    {
        if (body.Facts.State.RecordedCalls.Count == 0)
            yield break;
        replayedReads ??= [.. inOrder.SelectMany(static each => each.Facts.State.Reads)];
        var writes = new RecordedWrites(replayedReads, Facts);
        foreach (var call in body.Facts.State.RecordedCalls)
        {
            var reach = new Reach(call.Name, body.Reach, members.Tree(body.File), call.Site);
            foreach (var (file, finding) in writes.Lost(call))
                yield return (new ReachedBody(Facts(call.Core), file, reach, isRoot: false), finding);
        }
    }

    /// <summary>Where to report: the expression itself, or the nearest place of the chain that people write.</summary>
    private (SyntaxTree? Tree, TextSpan Span) Place(ReachedBody body, TextSpan span)
    {
        var tree = members.Tree(body.File);
        if (!GeneratedCode.Is(tree, compilation))
            return (tree, span);
        foreach (var step in body.Reach.Chain())
        {
            if (step.SiteTree is { } site && !GeneratedCode.Is(site, compilation))
                return (site, step.SiteSpan);
        }

        return default;
    }

    /// <summary>What the body calls and nobody knows, which shows only now.</summary>
    private IEnumerable<LocatedFinding> Unknown(ReachedBody body)
    {
        if (body.IsRoot)
        {
            foreach (var use in body.Facts.ParameterUses)
                yield return new LocatedFinding(Descriptors.UnknownTarget, use.Name, "it is handed in: call it in 'Deterministic.Capture', or in a [Recorded] method", use.Site);
        }

        foreach (var use in body.Facts.DelegateUses)
        {
            if (IsUnknown(use.Holder))
                yield return new LocatedFinding(Descriptors.UnknownTarget, use.Name, "it is given from outside: call it in 'Deterministic.Capture', or mark it [Deterministic]", use.Site);
        }
    }

    private bool IsUnknown(MemberKey holder)
    {
        // What replayed code hands to a constructor was looked at where it was made.
        if (holders.Constructor(holder) is { } constructor)
            return !reached.ContainsKey(constructor);
        return !holders.IsClosed(holder) || holders.Assignments(holder).Any(each => !each.Assigned.IsKnown && !reached.ContainsKey(each.By));
    }
}
