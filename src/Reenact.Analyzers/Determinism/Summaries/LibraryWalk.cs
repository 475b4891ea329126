using Microsoft.CodeAnalysis;
using Reenact.Analyzers.Determinism.CallGraph;

namespace Reenact.Analyzers.Determinism.Summaries;

/// <summary>
/// Finds out which members of a library are not deterministic: all code that they lead to is reached once, and from each offence in it the
/// way goes back to all that use it, so that the nearest explains a member. What certainly differs goes before what may differ.
/// </summary>
internal sealed class LibraryWalk
{
    private static readonly string[] InOrder = ["REEN2001", "REEN2002", "REEN2004", "REEN2003", "REEN2005", "REEN2006", "REEN2007", "REEN2008", "REEN2009"];

    private readonly Dictionary<ReachedBody, Step> steps = [];
    private readonly AnalyzedProject project;
    private readonly ReachedCode code;
    private readonly CancellationToken cancellationToken;

    private LibraryWalk(AnalyzedProject project, CancellationToken cancellationToken)
    {
        this.project = project;
        this.cancellationToken = cancellationToken;
        code = new ReachedCode(project, cancellationToken);
    }

    /// <summary>The members that are not deterministic, with why.</summary>
    public static IEnumerable<(ISymbol Member, MemberReason Reason)> Reasons(AnalyzedProject project, IEnumerable<ISymbol> members, CancellationToken cancellationToken)
    {
        var walk = new LibraryWalk(project, cancellationToken);
        var roots = members.Select(walk.Enter).OfType<LibraryRoot>().ToList();
        walk.code.FollowAll();
        walk.GoBack(isInfo: false);
        walk.GoBack(isInfo: true);
        foreach (var root in roots)
        {
            if (walk.Reason(root) is { } reason)
                yield return (root.Member, reason);
        }
    }

    private LibraryRoot? Enter(ISymbol member)
    {
        // What the compiler adds stands where its type does.
        if ((member.FirstDeclaration() ?? member.ContainingType.FirstDeclaration()) is not { SyntaxTree: var file })
            return null;
        var own = Root([member]);
        var overrides = member is IMethodSymbol method && new MemberUse(method, method.ContainingType).MayRunOverridesOf(method)
            ? Root(project.Scanner.Dispatch.Targets(new MemberUse(method, method.ContainingType)).Where(target => !SymbolEqualityComparer.Default.Equals(target, method)))
            : null;
        return own is null && overrides is null ? null : new LibraryRoot(member, own, overrides);

        ReachedBody? Root(IEnumerable<ISymbol> used)
        {
            var facts = project.Scanner.Use(used, member, file, cancellationToken);
            return facts.Uses.Count == 0 && facts.ForeignUses.Count == 0 ? null : code.AddRoot(facts, project.Members.FileOf(file));
        }
    }

    /// <summary>From all offences at once, breadth first.</summary>
    private void GoBack(bool isInfo)
    {
        var left = new Queue<ReachedBody>();
        foreach (var body in code.Bodies)
        {
            if (!steps.ContainsKey(body) && OwnReason(body.Facts, isInfo) is { } reason)
            {
                steps.Add(body, new Step(reason, next: null));
                left.Enqueue(body);
            }
        }

        while (left.Count > 0)
        {
            var body = left.Dequeue();
            var step = steps[body];
            foreach (var user in body.Users)
            {
                if (steps.ContainsKey(user))
                    continue;
                steps.Add(user, new Step(step.Reason, body));
                left.Enqueue(user);
            }
        }
    }

    /// <summary>What the code itself does that is not deterministic; what it does not know is another matter.</summary>
    private MemberReason? OwnReason(BodyFacts facts, bool isInfo)
    {
        var first = facts.Findings
            .Where(finding => finding.Rule != Descriptors.UnknownTarget && (finding.Severity < DiagnosticSeverity.Warning) == isInfo)
            .OrderBy(static finding => Rank(finding.Rule.Id))
            .FirstOrDefault();
        if (first is not null)
            return new MemberReason(first.Rule.Id, first.Subject, "", isInfo, IsInOverride: false);

        foreach (var use in facts.ForeignUses)
        {
            if (project.Scanner.Summaries.Reason(use, cancellationToken) is { } reason && reason.IsInfo == isInfo)
                return reason with { IsInOverride = false };
        }

        return null;
    }

    /// <summary>Of several offences in a body the one counts that comes first among the rules.</summary>
    private static int Rank(string rule) => Array.IndexOf(InOrder, rule) is var rank and >= 0 ? rank : InOrder.Length;

    private MemberReason? Reason(LibraryRoot root) =>
        Reason(root, root.Own) ?? (Reason(root, root.Overrides) is { } inOverride ? inOverride with { IsInOverride = true } : null);

    private MemberReason? Reason(LibraryRoot root, ReachedBody? body) =>
        body is not null && steps.TryGetValue(body, out var step) ? step.Reason with { Chain = Chain(root, body, step) } : null;

    private string Chain(LibraryRoot root, ReachedBody body, Step step)
    {
        var names = new List<string> { MessageNames.Of(root.Member) };
        for (; step.Next is { } next; step = steps[next])
            names.Add(next.Facts.Name);
        names.AddRange(step.Reason.Chain.Split([ChainText.Arrow], StringSplitOptions.RemoveEmptyEntries));
        // What uses the member is told by its name, and so is the member.
        if (names.Count > 1 && names[1] == names[0])
            names.RemoveAt(0);
        return ChainText.Of(names);
    }

    /// <summary>The way from a body to the nearest offence.</summary>
    /// <param name="reason">The offence.</param>
    /// <param name="next">The body that leads there; null where it stands in the body itself.</param>
    private sealed class Step(MemberReason reason, ReachedBody? next)
    {
        public MemberReason Reason { get; } = reason;

        public ReachedBody? Next { get; } = next;
    }

    /// <summary>A member that other assemblies use.</summary>
    /// <param name="member">The member.</param>
    /// <param name="own">What runs by using it; null for no code.</param>
    /// <param name="overrides">What may run instead.</param>
    private sealed class LibraryRoot(ISymbol member, ReachedBody? own, ReachedBody? overrides)
    {
        public ISymbol Member { get; } = member;

        public ReachedBody? Own { get; } = own;

        public ReachedBody? Overrides { get; } = overrides;
    }
}
