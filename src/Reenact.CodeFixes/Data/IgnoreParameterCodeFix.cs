using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;
using Reenact.Analyzers;
using Reenact.CodeFixes.Shapes;

namespace Reenact.CodeFixes.Data;

/// <summary>Fixes REEN3001 of a parameter: leaves it out of the recording.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class IgnoreParameterCodeFix : CodeFixProvider
{
    private static readonly DocumentFix Fix = new("Leave the parameter out of recordings", Find, Ignore);

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [Descriptors.NotRecordable.Id];

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => Fix.FixAll();

    /// <inheritdoc/>
    public override Task RegisterCodeFixesAsync(CodeFixContext context) => Fix.RegisterAsync(context);

    private static ParameterSyntax? Find(SyntaxNode root, Diagnostic diagnostic) =>
        root.FindNode(diagnostic.Location.SourceSpan) as ParameterSyntax;

    private static void Ignore(SyntaxEditor editor, SyntaxNode node) =>
        editor.ReplaceNode(node, ParameterAttributes.Add((ParameterSyntax)node, FrameworkCode.ParseAttribute("IgnoreRecorded")));
}
