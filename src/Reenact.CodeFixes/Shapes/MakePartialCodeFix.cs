using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Reenact.Analyzers;

namespace Reenact.CodeFixes.Shapes;

/// <summary>Fixes REEN1002: makes a type around a recorded method partial.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class MakePartialCodeFix : CodeFixProvider
{
    private static readonly DocumentFix Fix = new("Make the type partial", Find, PartialTypes.MakePartial);

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [Descriptors.ContainingTypeNotPartial.Id];

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => Fix.FixAll();

    /// <inheritdoc/>
    public override Task RegisterCodeFixesAsync(CodeFixContext context) => Fix.RegisterAsync(context);

    private static TypeDeclarationSyntax? Find(SyntaxNode root, Diagnostic diagnostic) =>
        root.FindNode(diagnostic.Location.SourceSpan) as TypeDeclarationSyntax;
}
