using Microsoft.CodeAnalysis;

namespace Reenact.Analyzers.Determinism.CallGraph;

/// <summary>The members of one compilation that have code, as symbols and as keys. Thread-safe.</summary>
internal sealed class SourceMembers
{
    private readonly Dictionary<SyntaxTree, int> files = [];
    private readonly SyntaxTree[] trees;

    public SourceMembers(Compilation compilation)
    {
        trees = [.. compilation.SyntaxTrees];
        for (var i = 0; i < trees.Length; i++)
            files[trees[i]] = i;
    }

    public SyntaxTree Tree(int file) => trees[file];

    public int FileOf(SyntaxTree tree) => files.TryGetValue(tree, out var file) ? file : -1;

    /// <summary>The key of a member; null for what has no declaration here.</summary>
    public MemberKey? KeyOf(ISymbol member)
    {
        var written = Written(member.OriginalDefinition);
        return written.FirstDeclaration() is { } declaration ? KeyOf(declaration) : null;
    }

    /// <summary>The key of a declaration.</summary>
    public MemberKey? KeyOf(SyntaxNode declaration)
    {
        if (!files.TryGetValue(declaration.SyntaxTree, out var file))
            return null;
        var index = TreeMembers.Of(declaration.SyntaxTree).IndexOf(declaration);
        return index < 0 ? null : new MemberKey(file, index);
    }

    /// <summary>The declaration of a member.</summary>
    public SyntaxNode? Declaration(MemberKey member, CancellationToken cancellationToken)
    {
        var tree = trees[member.File];
        return TreeMembers.Of(tree).Find(tree.GetRoot(cancellationToken), member.Declaration);
    }

    /// <summary>The part of a partial member that has the body.</summary>
    public static ISymbol Written(ISymbol member) => member switch
    {
        IMethodSymbol { PartialImplementationPart: { } body } => body,
        IMethodSymbol { AssociatedSymbol: IEventSymbol { PartialImplementationPart: { } body } } accessor =>
            (accessor.MethodKind == MethodKind.EventAdd ? body.AddMethod : body.RemoveMethod) ?? member,
        IPropertySymbol { PartialImplementationPart: { } body } => body,
        IMethodSymbol { IsImplicitlyDeclared: true, IsStatic: true, MethodKind: MethodKind.Ordinary, ContainingType.IsStatic: true } called => ExtensionMember(called) ?? called,
        _ => member,
    };

    /// <summary>The member of an extension block that is called as a static method.</summary>
    private static ISymbol? ExtensionMember(IMethodSymbol called) =>
        called.ContainingType.GetTypeMembers()
            .Where(static each => each.IsExtension)
            .SelectMany(static each => each.GetMembers().OfType<IMethodSymbol>())
            .FirstOrDefault(each => SymbolEqualityComparer.Default.Equals(each.AssociatedExtensionImplementation, called));
}
