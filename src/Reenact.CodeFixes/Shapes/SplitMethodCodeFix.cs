using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;
using Reenact.Analyzers;

namespace Reenact.CodeFixes.Shapes;

/// <summary>Fixes REEN1001: splits a method into a partial declaration and its core.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class SplitMethodCodeFix : CodeFixProvider
{
    private static readonly DocumentFix Fix = new("Split into a partial declaration and its core", Find, Split);

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [Descriptors.NotPartial.Id];

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => Fix.FixAll();

    /// <inheritdoc/>
    public override Task RegisterCodeFixesAsync(CodeFixContext context) => Fix.RegisterAsync(context);

    private static MethodDeclarationSyntax? Find(SyntaxNode root, Diagnostic diagnostic) =>
        root.FindNode(diagnostic.Location.SourceSpan) is MethodDeclarationSyntax method && MethodSplitter.CanSplit(method) ? method : null;

    private static void Split(SyntaxEditor editor, SyntaxNode node)
    {
        var (declaration, core) = MethodSplitter.Split((MethodDeclarationSyntax)node);
        editor.InsertAfter(node, core);
        editor.ReplaceNode(node, declaration);
    }
}
