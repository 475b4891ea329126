using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Reenact.CodeFixes;

/// <summary>
/// A fix of what a diagnostic names rather than of where it stands, in any document of the project. A symbol that several diagnostics
/// name is fixed once in each project.
/// </summary>
/// <param name="title">What it does, for people.</param>
/// <param name="property">The diagnostics' property that holds the symbol's documentation id.</param>
/// <param name="canFix">Whether a symbol can be fixed.</param>
/// <param name="fix">Fixes a symbol. The tree is the one in which it was reported.</param>
internal sealed class SymbolFix(
    string title,
    string property,
    Func<ISymbol, Compilation, bool> canFix,
    Action<ProjectEdits, ISymbol, SyntaxTree> fix)
{
    public FixAllProvider FixAll() => new All(this);

    public async Task RegisterAsync(CodeFixContext context)
    {
        var project = context.Document.Project;
        if (await project.GetCompilationAsync(context.CancellationToken).ConfigureAwait(false) is not { } compilation)
            return;
        foreach (var diagnostic in context.Diagnostics)
        {
            if (Find(diagnostic, compilation) is not null)
            {
                context.RegisterCodeFix(
                    CodeAction.Create(title, cancellationToken => FixAsync(project.Solution, [(project, [diagnostic])], cancellationToken), equivalenceKey: title),
                    diagnostic);
            }
        }
    }

    private ISymbol? Find(Diagnostic diagnostic, Compilation compilation) =>
        diagnostic.Properties.TryGetValue(property, out var id) && id is not null
        && DocumentationCommentId.GetFirstSymbolForDeclarationId(id, compilation) is { } symbol && canFix(symbol, compilation)
            ? symbol
            : null;

    private async Task<Solution> FixAsync(
        Solution solution, IEnumerable<(Project Project, ImmutableArray<Diagnostic> Diagnostics)> found, CancellationToken cancellationToken)
    {
        foreach (var (project, diagnostics) in found)
        {
            if (await project.GetCompilationAsync(cancellationToken).ConfigureAwait(false) is not { } compilation)
                continue;
            var edits = new ProjectEdits(project, compilation);
            var done = new HashSet<ISymbol>(SymbolEqualityComparer.Default);
            foreach (var diagnostic in diagnostics.OrderBy(static each => each.Location.SourceTree?.FilePath, StringComparer.Ordinal).ThenBy(static each => each.Location.SourceSpan))
            {
                if (diagnostic.Location.SourceTree is { } tree && Find(diagnostic, compilation) is { } symbol && done.Add(symbol))
                    fix(edits, symbol, tree);
            }

            solution = edits.Apply(solution);
        }

        return solution;
    }

    private sealed class All(SymbolFix owner) : FixAllProvider
    {
        public override async Task<CodeAction?> GetFixAsync(FixAllContext context)
        {
            IEnumerable<Project> projects = context.Scope == FixAllScope.Solution ? context.Solution.Projects : [context.Project];
            var found = new List<(Project, ImmutableArray<Diagnostic>)>();
            foreach (var project in projects)
            {
                found.Add((project, context is { Scope: FixAllScope.Document, Document: { } document }
                    ? await context.GetDocumentDiagnosticsAsync(document).ConfigureAwait(false)
                    : await context.GetAllDiagnosticsAsync(project).ConfigureAwait(false)));
            }

            return CodeAction.Create(owner.Title, cancellationToken => owner.FixAsync(context.Solution, found, cancellationToken), equivalenceKey: owner.Title);
        }
    }

    private string Title => title;
}
