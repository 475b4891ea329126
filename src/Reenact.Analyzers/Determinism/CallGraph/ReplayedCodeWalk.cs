using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using Reenact.Analyzers.Determinism.Summaries;

namespace Reenact.Analyzers.Determinism.CallGraph;

/// <summary>Finds what is not deterministic in the code of a compilation that runs again on replay.</summary>
internal sealed class ReplayedCodeWalk
{
    private const string CallRecorded = "call it in 'Deterministic.Capture', or in a [Recorded] method";
    private const string GivenFromOutside = "it is given from outside: call it in 'Deterministic.Capture', or mark it [Deterministic]";

    private readonly AnalyzedProject project;
    private readonly ReachedCode code;
    private readonly CancellationToken cancellationToken;
    private HashSet<MemberKey>? replayedReads;

    private ReplayedCodeWalk(AnalyzedProject project, CancellationToken cancellationToken)
    {
        this.project = project;
        this.cancellationToken = cancellationToken;
        code = new ReachedCode(project, cancellationToken);
    }

    public static ReplayedCode Run(AnalyzedProject project, ReplayedRoots roots, CancellationToken cancellationToken)
    {
        var walk = new ReplayedCodeWalk(project, cancellationToken);
        walk.EnterRoots(roots);
        walk.code.FollowAll();
        return new ReplayedCode(walk.Offences().ToLookup(static offence => offence.At.SourceTree!));
    }

    private ForeignSummaries Summaries => project.Scanner.Summaries;

    private void EnterRoots(ReplayedRoots roots)
    {
        foreach (var (core, name) in roots.Cores(project.Members, project.Scanner.Bodies, project.Scanner.Symbols, cancellationToken))
            code.AddRoot(core, name);
        foreach (var replaying in roots.Replaying)
        {
            foreach (var lambda in Facts(replaying).ReplayedLambdas)
                code.AddRoot(lambda, replaying.File);
        }
    }

    private IEnumerable<Offence> Offences()
    {
        var places = new HashSet<(SyntaxTree, TextSpan)>();
        var counts = new Lazy<RootCounts>(() => new RootCounts(code.Bodies));
        foreach (var body in code.Bodies)
        {
            var roots = 0;
            foreach (var (found, finding) in body.Facts.Findings.Concat(Foreign(body.Facts)).Concat(Unknown(body)).Select(finding => (body, finding)).Concat(Lost(body)))
            {
                var (tree, span) = Place(found, finding.Span);
                if (tree is null || !places.Add((tree, span)))
                    continue;
                if (roots == 0)
                    roots = counts.Value.Of(body);
                yield return new Offence(finding, Location.Create(tree, span), found.Reach, roots);
            }
        }
    }

    /// <summary>What the recorded methods that a body calls change, and replayed code reads.</summary>
    private IEnumerable<(ReachedBody, LocatedFinding)> Lost(ReachedBody body)
    {
        if (body.Facts.State.RecordedCalls.Count == 0)
            yield break;
        replayedReads ??= [.. code.Bodies.SelectMany(static each => each.Facts.State.Reads)];
        var writes = new RecordedWrites(replayedReads, Facts);
        foreach (var call in body.Facts.State.RecordedCalls)
        {
            var reach = new Reach(call.Name, body.Reach, project.Members.Tree(body.File), call.Site);
            foreach (var (file, finding) in writes.Lost(call))
                yield return (new ReachedBody(Facts(call.Core), file, reach, isRoot: false), finding);
        }
    }

    /// <summary>Where to report: the expression itself, or the nearest place of the chain that people write.</summary>
    private (SyntaxTree? Tree, TextSpan Span) Place(ReachedBody body, TextSpan span)
    {
        var tree = project.Members.Tree(body.File);
        if (!GeneratedCode.Is(tree, project.Compilation))
            return (tree, span);
        foreach (var step in body.Reach.Chain())
        {
            if (step.SiteTree is { } site && !GeneratedCode.Is(site, project.Compilation))
                return (site, step.SiteSpan);
        }

        return default;
    }

    /// <summary>What the body uses of other assemblies that is not deterministic, as they say themselves.</summary>
    private IEnumerable<LocatedFinding> Foreign(BodyFacts facts)
    {
        if (facts.ForeignUses.Count == 0)
            yield break;
        var offending = new List<(ForeignUse Use, MemberReason Reason)>();
        foreach (var use in facts.ForeignUses)
        {
            if (Summaries.Reason(use, cancellationToken) is { } reason)
                offending.Add((use, reason));
        }

        foreach (var (use, reason) in offending)
        {
            // Of 'new Clock().Now' only the receiver is reported.
            if (!offending.Any(other => other.Use.Site.Start == use.Site.Start && other.Use.Site.End < use.Site.End))
                yield return reason.At(use);
        }
    }

    /// <summary>What the body calls and nobody knows, which shows only now.</summary>
    private IEnumerable<LocatedFinding> Unknown(ReachedBody body)
    {
        if (body.IsRoot)
        {
            foreach (var use in body.Facts.ParameterUses)
            {
                if (IsCalled(use))
                    yield return new LocatedFinding(Descriptors.UnknownTarget, use.Name, CalledBy(use.HandedTo) ?? "it is handed in: " + CallRecorded, use.Site);
            }
        }

        foreach (var use in body.Facts.DelegateUses)
        {
            if (MayBeCalled(use.HandedTo, isKept: false) && IsUnknown(use.Holder))
                yield return new LocatedFinding(Descriptors.UnknownTarget, use.Name, CalledBy(use.HandedTo) ?? GivenFromOutside, use.Site);
        }
    }

    /// <summary>Another assembly says that it does nothing with the delegate.</summary>
    private bool MayBeCalled(ForeignParameter? handedTo, bool isKept) =>
        !isKept && (handedTo is not { } parameter || Summaries.Calls(parameter, cancellationToken));

    /// <summary>Follows the delegate through methods of this compilation: some only keep what they are handed.</summary>
    private bool IsCalled(ParameterUse first)
    {
        var seen = new HashSet<OwnParameter>();
        var left = new Stack<ParameterUse>();
        left.Push(first);
        while (left.Count > 0)
        {
            var use = left.Pop();
            if (use.PassedTo is not { } passedTo)
            {
                if (MayBeCalled(use.HandedTo, use.IsKept))
                    return true;
                continue;
            }

            if (!seen.Add(passedTo))
                continue;
            foreach (var next in Facts(passedTo.Method).ParameterUses)
            {
                if (next.Name == passedTo.Name)
                    left.Push(next);
            }
        }

        return false;
    }

    private static string? CalledBy(ForeignParameter? handedTo) => handedTo is { } parameter ? $"'{parameter.MemberName}' calls it: {CallRecorded}" : null;

    private bool IsUnknown(MemberKey holder)
    {
        // What replayed code hands to a constructor was looked at where it was made.
        if (code.Holders.Constructor(holder) is { } constructor)
            return !code.Calls(constructor);
        return !code.Holders.IsShared(holder) && (!code.Holders.IsClosed(holder) || code.Holders.Assignments(holder).Any(each => !each.Assigned.IsKnown && !code.Calls(each.By)));
    }

    private BodyFacts Facts(MemberKey member) => project.Cache.Get(member, cancellationToken);
}
