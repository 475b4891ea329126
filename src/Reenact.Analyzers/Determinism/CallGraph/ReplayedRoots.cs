using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Reenact.Generators.Shapes;

namespace Reenact.Analyzers.Determinism.CallGraph;

/// <summary>Where replayed code may begin in a compilation: the cores of <c>[Replayed]</c> methods, and what is handed to <c>SessionReplay.RunAsync</c>.</summary>
internal sealed class ReplayedRoots
{
    private ReplayedRoots(IReadOnlyList<MemberKey> marked, IReadOnlyList<MemberKey> replaying)
    {
        Marked = marked;
        Replaying = replaying;
    }

    /// <summary>Methods that seem to be marked.</summary>
    public IReadOnlyList<MemberKey> Marked { get; }

    /// <summary>Members that seem to replay.</summary>
    public IReadOnlyList<MemberKey> Replaying { get; }

    public bool IsEmpty => Marked.Count == 0 && Replaying.Count == 0;

    /// <summary>Looks at the text of files; at those that an edit left alone only once.</summary>
    public static ReplayedRoots Find(Compilation compilation, CancellationToken cancellationToken)
    {
        var marked = new List<MemberKey>();
        var replaying = new List<MemberKey>();
        var aliases = compilation.SyntaxTrees.SelectMany(static tree => RootCandidates.Of(tree).GlobalAliases).ToList();
        var file = 0;
        foreach (var tree in compilation.SyntaxTrees)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var candidates = RootCandidates.Of(tree);
            marked.AddRange(candidates.Marked.Select(index => new MemberKey(file, index)));
            if (aliases.Count > 0)
                marked.AddRange(RootCandidates.Methods(tree.GetRoot(cancellationToken), aliases).Except(candidates.Marked).Select(index => new MemberKey(file, index)));
            replaying.AddRange(candidates.Replaying.Select(index => new MemberKey(file, index)));
            file++;
        }

        return new ReplayedRoots(marked, replaying);
    }

    /// <summary>The members to begin with when the code is read.</summary>
    public IEnumerable<MemberKey> Entries(SourceMembers members, BodyScanner scanner, FactCache cache, CancellationToken cancellationToken) =>
        Cores(members, scanner.Bodies, scanner.Symbols, cancellationToken).Select(static root => root.Core)
            .Concat(Replaying.SelectMany(member => cache.Get(member, cancellationToken).ReplayedLambdas).SelectMany(static lambda => lambda.Uses).Select(static use => use.Target));

    /// <summary>The cores of the methods that are marked indeed, with how messages call the methods.</summary>
    public IEnumerable<(MemberKey Core, string Name)> Cores(SourceMembers members, BodyReader bodies, ReenactSymbols symbols, CancellationToken cancellationToken)
    {
        foreach (var key in Marked)
        {
            if (members.Declaration(key, cancellationToken) is MethodDeclarationSyntax declaration
                && bodies.Model(declaration.SyntaxTree).GetDeclaredSymbol(declaration, cancellationToken) is IMethodSymbol method
                && symbols.IsReplayed(method) && !symbols.IsStatedDeterministic(method)
                && CoreMethod.Find(method) is { } core && members.KeyOf(core) is { } found)
            {
                yield return (found, MessageNames.Of(method));
            }
        }
    }
}
