using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Reenact.Analyzers.Determinism.CallGraph;

/// <summary>
/// The declarations of a file in which replayed code may begin, by their text alone: most files have none, and are not looked at further.
/// Remembered for each tree; thread-safe.
/// </summary>
internal sealed class RootCandidates
{
    private const string Replayed = "Replayed";
    private const string ReplayedAttribute = "ReplayedAttribute";
    private const string RunAsync = "RunAsync";

    private static readonly ConditionalWeakTable<SyntaxTree, RootCandidates> ByTree = new();

    private RootCandidates(SyntaxTree tree)
    {
        var text = tree.GetText().ToString();
        var mayBeMarked = text.Contains(Replayed);
        var mayReplay = text.Contains(RunAsync);
        if (!mayBeMarked && !mayReplay)
            return;
        var root = tree.GetRoot();
        if (mayBeMarked)
        {
            var aliases = root.DescendantNodes(static node => node is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax).OfType<UsingDirectiveSyntax>().Where(IsAlias).ToList();
            GlobalAliases = [.. aliases.Where(static alias => alias.GlobalKeyword.IsKind(SyntaxKind.GlobalKeyword)).Select(static alias => alias.Alias!.Name.Identifier.ValueText)];
            Marked = [.. Methods(root, [Replayed, ReplayedAttribute, .. aliases.Select(static alias => alias.Alias!.Name.Identifier.ValueText)])];
        }

        if (mayReplay)
            Replaying = [.. Callers(tree, root)];
    }

    /// <summary>Methods with an attribute that may be <c>[Replayed]</c>, by their number.</summary>
    public IReadOnlyList<int> Marked { get; } = [];

    /// <summary>Members that may call <c>SessionReplay.RunAsync</c>, by their number.</summary>
    public IReadOnlyList<int> Replaying { get; } = [];

    /// <summary>Other names that the file gives the attribute in the whole project.</summary>
    public IReadOnlyList<string> GlobalAliases { get; } = [];

    public static RootCandidates Of(SyntaxTree tree) => ByTree.GetValue(tree, static key => new RootCandidates(key));

    /// <summary>Methods that have an attribute of one of some names.</summary>
    public static IEnumerable<int> Methods(SyntaxNode root, IReadOnlyCollection<string> names)
    {
        var members = TreeMembers.Of(root.SyntaxTree);
        return root.DescendantNodes(static node => node is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax or TypeDeclarationSyntax)
            .OfType<MethodDeclarationSyntax>()
            .Where(method => method.AttributeLists.Any(list => list.Attributes.Any(attribute => names.Contains(NameOf(attribute.Name)))))
            .Select(members.IndexOf)
            .Where(static index => index >= 0);
    }

    private static bool IsAlias(UsingDirectiveSyntax directive) =>
        directive is { Alias: not null, NamespaceOrType: NameSyntax name } && NameOf(name) is Replayed or ReplayedAttribute;

    private static string NameOf(NameSyntax name) => name switch
    {
        QualifiedNameSyntax qualified => qualified.Right.Identifier.ValueText,
        AliasQualifiedNameSyntax alias => alias.Name.Identifier.ValueText,
        SimpleNameSyntax simple => simple.Identifier.ValueText,
        _ => "",
    };

    private static IEnumerable<int> Callers(SyntaxTree tree, SyntaxNode root)
    {
        var members = TreeMembers.Of(tree);
        return root.DescendantNodes()
            .Where(static node => node is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: RunAsync } or MemberBindingExpressionSyntax { Name.Identifier.ValueText: RunAsync } })
            .Select(call => call.Ancestors().Select(members.IndexOf).FirstOrDefault(static index => index >= 0))
            .Distinct();
    }
}
