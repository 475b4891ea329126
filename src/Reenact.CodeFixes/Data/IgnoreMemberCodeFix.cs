using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Reenact.Analyzers;
using Reenact.Analyzers.Shapes;
using Reenact.CodeFixes.Shapes;

namespace Reenact.CodeFixes.Data;

/// <summary>Fixes REEN3001 and REEN3002 of a member of a type in the project: leaves it out of the recording.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class IgnoreMemberCodeFix : CodeFixProvider
{
    private static readonly SymbolFix Fix = new("Leave the member out of recordings", ShapeDiagnostic.MemberProperty, CanIgnore, Ignore);

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [Descriptors.NotRecordable.Id, Descriptors.NotReadable.Id];

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => Fix.FixAll();

    /// <inheritdoc/>
    public override Task RegisterCodeFixesAsync(CodeFixContext context) => Fix.RegisterAsync(context);

    private static bool CanIgnore(ISymbol member, Compilation compilation) =>
        SymbolEqualityComparer.Default.Equals(member.ContainingAssembly, compilation.Assembly) && Declaration(member) is not null;

    private static void Ignore(ProjectEdits edits, ISymbol member, SyntaxTree reported)
    {
        var declaration = Declaration(member)!;
        edits.Editor(declaration.SyntaxTree)?.ReplaceNode(declaration, (current, _) => Marked(current, declaration));
    }

    /// <summary>A property, a field that is declared alone, or the parameter of a positional record.</summary>
    private static SyntaxNode? Declaration(ISymbol member) => member.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax() switch
    {
        PropertyDeclarationSyntax property => property,
        ParameterSyntax parameter => parameter,
        VariableDeclaratorSyntax { Parent: VariableDeclarationSyntax { Variables.Count: 1, Parent: FieldDeclarationSyntax field } } => field,
        _ => null,
    };

    private static SyntaxNode Marked(SyntaxNode current, SyntaxNode declaration)
    {
        var attribute = FrameworkCode.ParseAttribute("IgnoreRecorded");
        return current is ParameterSyntax parameter
            ? ParameterAttributes.Add(parameter, attribute, SyntaxKind.PropertyKeyword)
            : MemberAttributes.Add((MemberDeclarationSyntax)current, attribute, Layout.EndOfLine(declaration));
    }
}
