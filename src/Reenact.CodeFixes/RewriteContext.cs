using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;
using Microsoft.CodeAnalysis.Simplification;

namespace Reenact.CodeFixes;

/// <summary>What rewriting an expression takes: the document's code, its meaning, and a way to write names.</summary>
internal sealed class RewriteContext
{
    /// <summary>Marks types whose namespace is to be imported.</summary>
    public static readonly SyntaxAnnotation Import = new();

    private RewriteContext(SyntaxNode root, SemanticModel model, SyntaxGenerator generator, CancellationToken cancellationToken)
    {
        Root = root;
        Model = model;
        Generator = generator;
        CancellationToken = cancellationToken;
    }

    public SyntaxNode Root { get; }

    public SemanticModel Model { get; }

    public SyntaxGenerator Generator { get; }

    public CancellationToken CancellationToken { get; }

    public static async Task<RewriteContext?> CreateAsync(Document document, CancellationToken cancellationToken) =>
        await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false) is { } root
        && await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false) is { } model
            ? new RewriteContext(root, model, SyntaxGenerator.GetGenerator(document), cancellationToken)
            : null;

    public IOperation? Operation(SyntaxNode node) => Model.GetOperation(node, CancellationToken);

    /// <summary>
    /// A static member of a type, as code at a place names it; its namespace is imported where the name means nothing yet. Null where the
    /// framework has no such type.
    /// </summary>
    public ExpressionSyntax? Member(string type, string member, int position)
    {
        if (Model.Compilation.GetTypeByMetadataName(type) is not { } symbol)
            return null;
        var named = Model.LookupNamespacesAndTypes(position, name: symbol.Name);
        // A local or a member of the same name hides the type where an expression stands.
        var isHidden = Model.LookupSymbols(position, name: symbol.Name).Any(static other => other is not INamespaceOrTypeSymbol);
        var name = isHidden ? SyntaxFactory.ParseExpression(symbol.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat)).WithAdditionalAnnotations(Simplifier.Annotation)
            : named.IsEmpty ? Generator.TypeExpression(symbol).WithAdditionalAnnotations(Import, Simplifier.Annotation)
            : named.Contains(symbol, SymbolEqualityComparer.Default) ? Generator.IdentifierName(symbol.Name)
            : Generator.TypeExpression(symbol).WithAdditionalAnnotations(Simplifier.Annotation);
        return (ExpressionSyntax)Generator.MemberAccessExpression(name, member);
    }
}
