using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;
using Reenact.Analyzers;
using Reenact.Analyzers.Shapes;

namespace Reenact.CodeFixes.Shapes;

/// <summary>Fixes REEN1005: names the recorded method in place of its core.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class CallRecordedMethodCodeFix : CodeFixProvider
{
    private static readonly DocumentFix Fix = new("Call the recorded method", Find, Rename);

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [Descriptors.CoreCalled.Id];

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => Fix.FixAll();

    /// <inheritdoc/>
    public override Task RegisterCodeFixesAsync(CodeFixContext context) => Fix.RegisterAsync(context);

    private static SimpleNameSyntax? Find(SyntaxNode root, Diagnostic diagnostic) =>
        diagnostic.Properties.ContainsKey(CoreCallAnalyzer.MethodProperty)
            ? root.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true) as SimpleNameSyntax
            : null;

    private static void Rename(SyntaxEditor editor, SyntaxNode node, Diagnostic diagnostic)
    {
        foreach (var argument in NamedArguments((SimpleNameSyntax)node))
        {
            if (diagnostic.Properties.TryGetValue(CoreCallAnalyzer.ParameterPropertyPrefix + argument.Identifier.ValueText, out var parameter))
                editor.ReplaceNode(argument, argument.WithIdentifier(Identifier(parameter!, argument.Identifier)));
        }

        // A generic name's type arguments may hold nothing to fix, so the node as it was will do.
        var name = (SimpleNameSyntax)node;
        editor.ReplaceNode(node, name.WithIdentifier(Identifier(diagnostic.Properties[CoreCallAnalyzer.MethodProperty]!, name.Identifier)));
    }

    private static IEnumerable<IdentifierNameSyntax> NamedArguments(SimpleNameSyntax name)
    {
        SyntaxNode called = name.Parent is MemberAccessExpressionSyntax or MemberBindingExpressionSyntax ? name.Parent : name;
        return called.Parent is InvocationExpressionSyntax call && call.Expression == called
            ? call.ArgumentList.Arguments.Select(static argument => argument.NameColon?.Name).OfType<IdentifierNameSyntax>()
            : [];
    }

    private static SyntaxToken Identifier(string name, SyntaxToken old) => SyntaxFacts.GetKeywordKind(name) == SyntaxKind.None
        ? SyntaxFactory.Identifier(old.LeadingTrivia, name, old.TrailingTrivia)
        : SyntaxFactory.VerbatimIdentifier(old.LeadingTrivia, name, name, old.TrailingTrivia);
}
