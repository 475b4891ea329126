using Microsoft.CodeAnalysis.Text;

namespace Reenact.Analyzers.Determinism.CallGraph;

/// <summary>
/// All code of a compilation that some of its code leads to: from the roots along everything they use that was written in this compilation.
/// Each body's facts are found once and kept; this only follows them. Not thread-safe.
/// </summary>
internal sealed class ReachedCode
{
    private readonly Dictionary<MemberKey, ReachedBody> reached = [];
    private readonly Dictionary<BodyFacts, ReachedBody> reachedLambdas = [];
    private readonly List<ReachedBody> inOrder = [];
    private readonly AnalyzedProject project;
    private readonly CancellationToken cancellationToken;

    public ReachedCode(AnalyzedProject project, CancellationToken cancellationToken)
    {
        this.project = project;
        this.cancellationToken = cancellationToken;
        Holders = new DelegateHolders(project.Members, project.Scanner.Bodies, Facts, cancellationToken);
    }

    /// <summary>All bodies, those that are nearer to a root first.</summary>
    public IReadOnlyList<ReachedBody> Bodies => inOrder;

    public DelegateHolders Holders { get; }

    /// <summary>Other code that is reached runs the member, and hands it what it takes. The host runs a root.</summary>
    public bool Calls(MemberKey member) => reached.TryGetValue(member, out var body) && !body.IsRoot;

    /// <summary>Begins at a member.</summary>
    /// <param name="member">The member.</param>
    /// <param name="name">How messages call it.</param>
    public void AddRoot(MemberKey member, string name)
    {
        if (!reached.ContainsKey(member))
            reached.Add(member, Root(Facts(member), member.File, name));
    }

    /// <summary>Begins at code that no member stands for.</summary>
    /// <param name="code">What it does.</param>
    /// <param name="file">The place of its file in the compilation.</param>
    public ReachedBody AddRoot(BodyFacts code, int file) => reachedLambdas[code] = Root(code, file, code.Name);

    /// <summary>Breadth first, so that each member is reached, and explained, by a shortest chain.</summary>
    public void FollowAll()
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
        foreach (var (from, assigned) in Holders.Assignments(use.Holder))
        {
            if (assigned.Code is not { } code)
                continue;
            if (!reachedLambdas.TryGetValue(code, out var body))
                reachedLambdas.Add(code, body = Add(new ReachedBody(code, from.File, Reach(code, by, use.Site), isRoot: false)));
            body.AddUser(by);
        }
    }

    private ReachedBody Root(BodyFacts facts, int file, string name) => Add(new ReachedBody(facts, file, new Reach(name, from: null, tree: null, default), isRoot: true));

    private ReachedBody Add(ReachedBody body)
    {
        inOrder.Add(body);
        return body;
    }

    private Reach Reach(BodyFacts facts, ReachedBody by, TextSpan site) => new(facts.Name, by.Reach, project.Members.Tree(by.File), site);

    private BodyFacts Facts(MemberKey member) => project.Cache.Get(member, cancellationToken);
}
