using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;
using Reenact.Analyzers;

namespace Reenact.CodeFixes.Shapes;

/// <summary>Fixes REEN1009: marks the core's token <c>[EnumeratorCancellation]</c>.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class MarkTokenCodeFix : CodeFixProvider
{
    private static readonly DocumentFix Fix = new("Mark the token [EnumeratorCancellation]", Find, Mark);

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [Descriptors.StreamTokenUnseen.Id];

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => Fix.FixAll();

    /// <inheritdoc/>
    public override Task RegisterCodeFixesAsync(CodeFixContext context) => Fix.RegisterAsync(context);

    private static ParameterSyntax? Find(SyntaxNode root, Diagnostic diagnostic) =>
        root.FindNode(diagnostic.Location.SourceSpan) as ParameterSyntax;

    private static void Mark(SyntaxEditor editor, SyntaxNode node) => editor.ReplaceNode(
        node,
        ParameterAttributes.Add((ParameterSyntax)node, FrameworkCode.ParseAttribute("EnumeratorCancellation", "System.Runtime.CompilerServices")));
}
