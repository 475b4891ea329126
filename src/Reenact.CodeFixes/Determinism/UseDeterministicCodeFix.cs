using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Reenact.Analyzers;
using Reenact.Analyzers.Determinism.CallGraph;

namespace Reenact.CodeFixes.Determinism;

/// <summary>Fixes REEN2001, REEN2002, REEN2003 and REEN2005 where a member of <c>Deterministic</c> does the same.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class UseDeterministicCodeFix : CodeFixProvider
{
    private static readonly ExpressionFix Fix = new("Use 'Deterministic'", Rewrite);

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } =
        [Descriptors.WallClock.Id, Descriptors.Randomness.Id, Descriptors.HostEnvironment.Id, Descriptors.Scheduling.Id];

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => Fix.FixAll();

    /// <inheritdoc/>
    public override Task RegisterCodeFixesAsync(CodeFixContext context) => Fix.RegisterAsync(context);

    private static IReadOnlyList<Edit> Rewrite(SyntaxNode node, Diagnostic diagnostic, RewriteContext within) =>
        within.Model.Compilation.GetTypeByMetadataName("Reenact.Deterministic") is not null
        && diagnostic.Properties.TryGetValue(Offence.MemberProperty, out var member) && member is not null
        && node is ExpressionSyntax expression
            ? DeterministicRewriter.Rewrite(member, expression, within)
            : [];
}
