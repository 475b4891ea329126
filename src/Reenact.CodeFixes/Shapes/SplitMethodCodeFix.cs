using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;
using Reenact.Analyzers;
using Reenact.Generators.Shapes;

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
        root.FindNode(diagnostic.Location.SourceSpan) is MethodDeclarationSyntax method
        && (method.Body is not null || method.ExpressionBody is not null)
        && !CoreNameIsTaken(method)
            ? method
            : null;

    private static bool CoreNameIsTaken(MethodDeclarationSyntax method) =>
        method.Parent is TypeDeclarationSyntax type
        && type.Members.OfType<MethodDeclarationSyntax>().Any(other =>
            other.Identifier.ValueText == CoreMethod.NameFor(method.Identifier.ValueText)
            && other.ParameterList.Parameters.Count == method.ParameterList.Parameters.Count);

    private static void Split(SyntaxEditor editor, SyntaxNode node)
    {
        var (declaration, core) = MethodSplitter.Split((MethodDeclarationSyntax)node);
        editor.InsertAfter(node, core);
        editor.ReplaceNode(node, declaration);
    }
}
