using Microsoft.CodeAnalysis;

namespace Reenact.CodeFixes;

/// <summary>A change of one node, which takes the node as changes inside it have left it.</summary>
/// <param name="target">The node as it stands in the document.</param>
/// <param name="change">Makes the node that replaces it; it keeps the trivia around it.</param>
internal sealed class Edit(SyntaxNode target, Func<SyntaxNode, SyntaxNode> change)
{
    public SyntaxNode Target { get; } = target;

    public SyntaxNode Apply(SyntaxNode current) => change(current.WithoutTrivia()).WithTriviaFrom(current);

    public static Edit Of<T>(T target, Func<T, SyntaxNode> change)
        where T : SyntaxNode => new(target, current => change((T)current));
}
