using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;
using Microsoft.CodeAnalysis.Simplification;
using Reenact.Analyzers;
using Reenact.Analyzers.Shapes;
using Reenact.CodeFixes.Shapes;
using Reenact.Generators.Shapes;

namespace Reenact.CodeFixes.Data;

/// <summary>Fixes REEN3001 and REEN3002 of a type: writes a codec for it, and names the codec on the type, or on the assembly where the type is from elsewhere.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class RegisterCodecCodeFix : CodeFixProvider
{
    private static readonly SymbolFix Fix = new("Write a codec for the type", ShapeDiagnostic.CodecTypeProperty, CanRegister, Register);

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [Descriptors.NotRecordable.Id, Descriptors.NotReadable.Id];

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => Fix.FixAll();

    /// <inheritdoc/>
    public override Task RegisterCodeFixesAsync(CodeFixContext context) => Fix.RegisterAsync(context);

    private static bool CanRegister(ISymbol symbol, Compilation compilation) =>
        symbol is INamedTypeSymbol type
        && KnownTypes.Of(compilation).ValueCodecAttribute is { } attribute
        && KnownTypes.Find(type, attribute) is null
        && (Declaration(type, compilation) is not null || attribute.InstanceConstructors.Any(static constructor => constructor.Parameters.Length == 2));

    /// <summary>The type's declaration, where this project has it.</summary>
    private static TypeDeclarationSyntax? Declaration(INamedTypeSymbol type, Compilation compilation) =>
        SymbolEqualityComparer.Default.Equals(type.ContainingAssembly, compilation.Assembly)
            ? type.DeclaringSyntaxReferences.Select(static reference => reference.GetSyntax()).OfType<TypeDeclarationSyntax>().FirstOrDefault()
            : null;

    private static void Register(ProjectEdits edits, ISymbol symbol, SyntaxTree reported)
    {
        var type = (INamedTypeSymbol)symbol;
        if (Declaration(type, edits.Compilation) is { } declaration)
            RegisterOnType(edits, type, declaration);
        else if (edits.Editor(reported) is { } editor)
            RegisterOnAssembly(edits, type, (CompilationUnitSyntax)reported.GetRoot(), editor);
    }

    private static void RegisterOnType(ProjectEdits edits, INamedTypeSymbol type, TypeDeclarationSyntax declaration)
    {
        if (edits.Editor(declaration.SyntaxTree) is not { } editor)
            return;
        var endOfLine = Layout.EndOfLine(declaration);
        var (name, exists) = CodecNames.For(type, (INamespaceOrTypeSymbol?)type.ContainingType ?? type.ContainingNamespace, edits);
        if (!exists)
        {
            var codec = CodecWriter.Write(name, type, KnownTypes.Of(edits.Compilation), Layout.Indentation(declaration).ToString(), endOfLine.ToString());
            editor.InsertAfter(declaration, Apart(codec, declaration, endOfLine));
        }

        editor.ReplaceNode(declaration, (current, _) => MemberAttributes.Add((MemberDeclarationSyntax)current, Attribute(name), endOfLine));
    }

    private static void RegisterOnAssembly(ProjectEdits edits, INamedTypeSymbol type, CompilationUnitSyntax root, SyntaxEditor editor)
    {
        var endOfLine = Layout.EndOfLine(root);
        var space = root.Members.OfType<BaseNamespaceDeclarationSyntax>().LastOrDefault();
        INamespaceOrTypeSymbol container = space is not null && edits.Compilation.GetSemanticModel(root.SyntaxTree).GetDeclaredSymbol(space) is INamespaceSymbol declared
            ? declared
            : edits.Compilation.GlobalNamespace;
        var (name, exists) = CodecNames.For(type, container, edits);
        if (!exists)
        {
            var members = space?.Members ?? root.Members;
            var indentation = members.Count > 0 ? Layout.Indentation(members.Last()).ToString() : "";
            var codec = CodecWriter.Write(name, type, KnownTypes.Of(edits.Compilation), indentation, endOfLine.ToString());
            if (members.Count > 0)
                editor.InsertAfter(members.Last(), Apart(codec, members.Last(), endOfLine));
            else
                editor.ReplaceNode((SyntaxNode?)space ?? root, (current, _) => current is CompilationUnitSyntax unit ? unit.AddMembers(codec) : ((BaseNamespaceDeclarationSyntax)current).AddMembers(codec));
        }

        var codecName = container is INamespaceSymbol { IsGlobalNamespace: false } ? $"global::{container.ToDisplayString()}.{name}" : $"global::{name}";
        editor.ReplaceNode(root, (current, _) => AssemblyAttributes.Add((CompilationUnitSyntax)current, Attribute(TypeNames.InCode(type), codecName), endOfLine));
    }

    /// <summary>With a blank line between it and what it stands between.</summary>
    private static MemberDeclarationSyntax Apart(MemberDeclarationSyntax codec, MemberDeclarationSyntax before, SyntaxTrivia endOfLine)
    {
        var leading = codec.GetLeadingTrivia().Insert(0, endOfLine);
        if (!before.GetTrailingTrivia().Any(SyntaxKind.EndOfLineTrivia))
            leading = leading.Insert(0, endOfLine);
        var next = before.GetLastToken().GetNextToken();
        var isApart = next.IsKind(SyntaxKind.None) || next.IsKind(SyntaxKind.CloseBraceToken) || next.IsKind(SyntaxKind.EndOfFileToken)
            || (next.LeadingTrivia.Count > 0 && next.LeadingTrivia[0].IsKind(SyntaxKind.EndOfLineTrivia));
        return codec
            .WithLeadingTrivia(leading)
            .WithTrailingTrivia(isApart ? codec.GetTrailingTrivia() : codec.GetTrailingTrivia().Add(endOfLine));
    }

    private static AttributeSyntax Attribute(params string[] types)
    {
        var attribute = FrameworkCode.ParseAttribute($"ValueCodec({string.Join(", ", types.Select(static type => $"typeof({type})"))})");
        return attribute.WithAdditionalAnnotations(Simplifier.Annotation);
    }
}
