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

/// <summary>Fixes REEN1006: marks an override like the method it overrides, and splits it into a partial declaration and its core.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class RecordOverrideCodeFix : CodeFixProvider
{
    private static readonly DocumentFix Fix = new("Record the override too", Find, Mark);

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [Descriptors.OverrideNotRecorded.Id];

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => Fix.FixAll();

    /// <inheritdoc/>
    public override Task RegisterCodeFixesAsync(CodeFixContext context) => Fix.RegisterAsync(context);

    private static MethodDeclarationSyntax? Find(SyntaxNode root, Diagnostic diagnostic) =>
        root.FindNode(diagnostic.Location.SourceSpan) is MethodDeclarationSyntax method && MethodSplitter.CanSplit(method) ? method : null;

    private static void Mark(SyntaxEditor editor, SyntaxNode node, Diagnostic diagnostic)
    {
        var method = (MethodDeclarationSyntax)node;
        var (declaration, core) = MethodSplitter.Split(
            MemberAttributes.Add(method, FrameworkCode.ParseAttribute(diagnostic.Properties[OverrideAnalyzer.AttributeProperty]!), Layout.EndOfLine(method)));
        declaration = WithMarkedParameters(declaration, diagnostic.Properties);
        if (diagnostic.Properties.ContainsKey(OverrideAnalyzer.HidesProperty))
            core = core.WithModifiers(core.Modifiers.Insert(1, Layout.Modifier(SyntaxKind.NewKeyword)));
        editor.InsertAfter(node, core);
        editor.ReplaceNode(node, declaration);
        PartialTypes.MakePartialAround(editor, node);
    }

    private static MethodDeclarationSyntax WithMarkedParameters(MethodDeclarationSyntax method, ImmutableDictionary<string, string?> properties)
    {
        var parameters = method.ParameterList.Parameters;
        for (var i = 0; i < parameters.Count; i++)
        {
            if (!properties.TryGetValue(OverrideAnalyzer.ParameterPropertyPrefix + i, out var attribute))
                continue;
            parameters = parameters.Replace(parameters[i], ParameterAttributes.Add(parameters[i], FrameworkCode.ParseAttribute(attribute!)));
        }

        return method.WithParameterList(method.ParameterList.WithParameters(parameters));
    }
}
