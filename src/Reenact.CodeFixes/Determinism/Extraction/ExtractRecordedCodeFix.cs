using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;
using Reenact.Analyzers;
using Reenact.CodeFixes.Shapes;
using Reenact.Generators.Shapes;

namespace Reenact.CodeFixes.Determinism.Extraction;

/// <summary>Fixes REEN2004: moves the call that does input or output into the core of a new recorded method.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class ExtractRecordedCodeFix : CodeFixProvider
{
    private const string Title = "Extract into a [Recorded] method";

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [Descriptors.InputOutput.Id];

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => FixAllProvider.Create(
        static async (context, document, diagnostics) => await FixAsync(document, diagnostics, context.CancellationToken).ConfigureAwait(false));

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        if (await RewriteContext.CreateAsync(context.Document, context.CancellationToken).ConfigureAwait(false) is not { } within)
            return;
        foreach (var diagnostic in context.Diagnostics)
        {
            if (Find(diagnostic, within) is not null)
            {
                context.RegisterCodeFix(
                    CodeAction.Create(Title, cancellationToken => FixAsync(context.Document, [diagnostic], cancellationToken), equivalenceKey: Title),
                    diagnostic);
            }
        }
    }

    /// <summary>The last of the private recorded methods right behind a member, or itself: they stand in the order in which they were extracted.</summary>
    private static MemberDeclarationSyntax LastExtracted(MemberDeclarationSyntax member)
    {
        var members = ((TypeDeclarationSyntax)member.Parent!).Members;
        var last = members.IndexOf(member);
        while (last + 2 < members.Count
            && members[last + 1] is MethodDeclarationSyntax declaration && declaration.Modifiers.Any(SyntaxKind.PrivateKeyword) && declaration.Modifiers.Any(SyntaxKind.PartialKeyword)
            && members[last + 2] is MethodDeclarationSyntax core && core.Identifier.ValueText == CoreMethod.NameFor(declaration.Identifier.ValueText))
        {
            last += 2;
        }

        return members[last];
    }

    private static ExtractedCall? Find(Diagnostic diagnostic, RewriteContext within) =>
        within.Root.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true) is InvocationExpressionSyntax call ? ExtractedCall.Find(call, within) : null;

    private static async Task<Document> FixAsync(Document document, ImmutableArray<Diagnostic> diagnostics, CancellationToken cancellationToken)
    {
        if (await RewriteContext.CreateAsync(document, cancellationToken).ConfigureAwait(false) is not { } within)
            return document;
        var editor = new SyntaxEditor(within.Root, document.Project.Solution.Workspace.Services);
        var names = new ExtractedNames(within);
        var added = new Dictionary<MemberDeclarationSyntax, List<SyntaxNode>>();
        var done = new List<ExtractedCall>();
        foreach (var call in diagnostics.Select(diagnostic => Find(diagnostic, within)).OfType<ExtractedCall>().OrderBy(static call => call.Syntax.SpanStart))
        {
            // What stands in a call that moves moves with it.
            if (done.Any(other => other.Syntax.Span.Contains(call.Syntax.Span)))
                continue;
            done.Add(call);
            var name = names.Take(call);
            if (!added.TryGetValue(call.Member, out var members))
                added.Add(call.Member, members = []);
            members.AddRange(RecordedMethodWriter.Write(call, name, within));
            editor.ReplaceNode(call.Syntax, RecordedMethodWriter.Call(call, name));
        }

        foreach (var pair in added)
            editor.InsertAfter(LastExtracted(pair.Key), pair.Value);
        foreach (var type in done.SelectMany(static call => call.Member.Ancestors().OfType<TypeDeclarationSyntax>()).Distinct())
            PartialTypes.MakePartial(editor, type);
        return document.WithSyntaxRoot(editor.GetChangedRoot());
    }
}
