using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;
using Reenact.Analyzers;
using Reenact.Analyzers.Shapes;
using Reenact.Generators.Shapes;

namespace Reenact.CodeFixes.Shapes;

/// <summary>Fixes REEN1003 where there is no core: declares one, for its author to fill, that throws until then.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class GenerateCoreCodeFix : CodeFixProvider
{
    private static readonly DocumentFix Fix = new("Generate the core", Find, Generate);

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [Descriptors.CoreMissing.Id];

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => Fix.FixAll();

    /// <inheritdoc/>
    public override Task RegisterCodeFixesAsync(CodeFixContext context) => Fix.RegisterAsync(context);

    private static MethodDeclarationSyntax? Find(SyntaxNode root, Diagnostic diagnostic) =>
        diagnostic.Properties.TryGetValue(ShapeDiagnostic.KindProperty, out var kind) && kind == nameof(ShapeProblemKind.CoreMissing)
            ? root.FindNode(diagnostic.Location.SourceSpan) as MethodDeclarationSyntax
            : null;

    private static void Generate(SyntaxEditor editor, SyntaxNode node)
    {
        var method = (MethodDeclarationSyntax)node;
        var body = SyntaxFactory.ArrowExpressionClause(
            SyntaxFactory.Token(SyntaxKind.EqualsGreaterThanToken).WithLeadingTrivia(SyntaxFactory.Space).WithTrailingTrivia(SyntaxFactory.Space),
            FrameworkCode.Parse("throw new NotImplementedException()"));
        editor.InsertAfter(node, CoreWriter.Write(method).WithExpressionBody(body).WithTrailingTrivia(Layout.EndOfLine(method)));
    }
}
