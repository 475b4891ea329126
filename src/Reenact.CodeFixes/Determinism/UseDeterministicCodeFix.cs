using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Reenact.Analyzers;
using Reenact.Analyzers.Determinism.CallGraph;

namespace Reenact.CodeFixes.Determinism;

/// <summary>Fixes REEN2001, REEN2002, REEN2003 and REEN2005 where a member of <c>Deterministic</c> does the same.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class UseDeterministicCodeFix : CodeFixProvider
{
    private const string Title = "Use 'Deterministic'";

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } =
        [Descriptors.WallClock.Id, Descriptors.Randomness.Id, Descriptors.HostEnvironment.Id, Descriptors.Scheduling.Id];

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        var model = await context.Document.GetSemanticModelAsync(context.CancellationToken).ConfigureAwait(false);
        var root = await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false);
        if (model is null || root is null || model.Compilation.GetTypeByMetadataName("Reenact.Deterministic") is null)
            return;

        foreach (var diagnostic in context.Diagnostics)
        {
            if (!diagnostic.Properties.TryGetValue(Offence.MemberProperty, out var member) || member is null
                || root.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true) is not ExpressionSyntax expression
                || DeterministicRewriter.Rewrite(member, expression, model, context.CancellationToken) is not { } rewrite)
            {
                continue;
            }

            context.RegisterCodeFix(
                CodeAction.Create(
                    Title,
                    _ => Task.FromResult(context.Document.WithSyntaxRoot(root.ReplaceNode(rewrite.Old, rewrite.New.WithTriviaFrom(rewrite.Old)))),
                    equivalenceKey: Title),
                diagnostic);
        }
    }
}
