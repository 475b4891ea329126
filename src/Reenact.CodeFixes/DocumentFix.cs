using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Editing;

namespace Reenact.CodeFixes;

/// <summary>A fix that edits one syntax tree, for one diagnostic or for all of a document at once.</summary>
/// <param name="title">What it does, for people.</param>
/// <param name="find">The node that a diagnostic is about, where it can be fixed; otherwise null.</param>
/// <param name="edit">Fixes that node, given the first diagnostic about it.</param>
internal sealed class DocumentFix(string title, Func<SyntaxNode, Diagnostic, SyntaxNode?> find, Action<SyntaxEditor, SyntaxNode, Diagnostic> edit)
{
    public DocumentFix(string title, Func<SyntaxNode, Diagnostic, SyntaxNode?> find, Action<SyntaxEditor, SyntaxNode> edit)
        : this(title, find, (editor, node, _) => edit(editor, node))
    {
    }

    public FixAllProvider FixAll() => FixAllProvider.Create(
        async (context, document, diagnostics) => await FixAsync(document, diagnostics, context.CancellationToken).ConfigureAwait(false));

    public async Task RegisterAsync(CodeFixContext context)
    {
        var root = await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false);
        foreach (var diagnostic in context.Diagnostics)
        {
            if (root is not null && find(root, diagnostic) is not null)
            {
                context.RegisterCodeFix(
                    CodeAction.Create(title, cancellationToken => FixAsync(context.Document, [diagnostic], cancellationToken), equivalenceKey: title),
                    diagnostic);
            }
        }
    }

    private async Task<Document> FixAsync(Document document, ImmutableArray<Diagnostic> diagnostics, CancellationToken cancellationToken)
    {
        var editor = await DocumentEditor.CreateAsync(document, cancellationToken).ConfigureAwait(false);
        var fixedNodes = new HashSet<SyntaxNode>();
        foreach (var diagnostic in diagnostics)
        {
            if (find(editor.OriginalRoot, diagnostic) is { } node && fixedNodes.Add(node))
                edit(editor, node, diagnostic);
        }

        return editor.GetChangedDocument();
    }
}
