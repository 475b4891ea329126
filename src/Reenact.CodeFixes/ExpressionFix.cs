using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Editing;

namespace Reenact.CodeFixes;

/// <summary>
/// A fix that rewrites expressions by what they mean, for one diagnostic or for all at once. Expressions that stand in one another, or are
/// fixed by one change, are each changed once.
/// </summary>
/// <param name="title">What it does, for people.</param>
/// <param name="rewrite">The changes that fix a diagnostic about a node; none where nothing keeps its meaning.</param>
internal sealed class ExpressionFix(string title, Func<SyntaxNode, Diagnostic, RewriteContext, IReadOnlyList<Edit>> rewrite)
{
    public FixAllProvider FixAll() => FixAllProvider.Create(
        async (context, document, diagnostics) => await FixAsync(document, diagnostics, context.CancellationToken).ConfigureAwait(false));

    public async Task RegisterAsync(CodeFixContext context)
    {
        if (await RewriteContext.CreateAsync(context.Document, context.CancellationToken).ConfigureAwait(false) is not { } within)
            return;
        foreach (var diagnostic in context.Diagnostics)
        {
            if (Rewrite(diagnostic, within).Count > 0)
            {
                context.RegisterCodeFix(
                    CodeAction.Create(title, cancellationToken => FixAsync(context.Document, [diagnostic], cancellationToken), equivalenceKey: title),
                    diagnostic);
            }
        }
    }

    private IReadOnlyList<Edit> Rewrite(Diagnostic diagnostic, RewriteContext within) =>
        rewrite(within.Root.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true), diagnostic, within);

    private async Task<Document> FixAsync(Document document, ImmutableArray<Diagnostic> diagnostics, CancellationToken cancellationToken)
    {
        if (await RewriteContext.CreateAsync(document, cancellationToken).ConfigureAwait(false) is not { } within)
            return document;
        var editor = new SyntaxEditor(within.Root, document.Project.Solution.Workspace.Services);
        var changed = new HashSet<SyntaxNode>();
        var edits = diagnostics.SelectMany(diagnostic => Rewrite(diagnostic, within)).Where(edit => changed.Add(edit.Target)).ToList();
        var names = edits.SelectMany(edit => InferredNames.Keeping(edit.Target, within)).Where(edit => changed.Add(edit.Target)).ToList();
        // From the inside out, so that each takes what stands in it as it came to be.
        foreach (var edit in edits.Concat(names).OrderBy(static edit => edit.Target.Span.Length))
            editor.ReplaceNode(edit.Target, (current, _) => edit.Apply(current));
        var changedDocument = document.WithSyntaxRoot(editor.GetChangedRoot());
        return await ImportAdder.AddImportsAsync(changedDocument, RewriteContext.Import, cancellationToken: cancellationToken).ConfigureAwait(false);
    }
}
