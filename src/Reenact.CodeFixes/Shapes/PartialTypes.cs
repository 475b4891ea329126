using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;

namespace Reenact.CodeFixes.Shapes;

/// <summary>Makes types partial.</summary>
internal static class PartialTypes
{
    /// <summary>Types nest: each edit takes the type as earlier edits left it.</summary>
    public static void MakePartial(SyntaxEditor editor, SyntaxNode type) =>
        editor.ReplaceNode(type, static (current, _) => WithPartial((TypeDeclarationSyntax)current));

    /// <summary>Makes all types around a member partial, innermost first.</summary>
    public static void MakePartialAround(SyntaxEditor editor, SyntaxNode member)
    {
        foreach (var type in member.Ancestors().OfType<TypeDeclarationSyntax>())
            MakePartial(editor, type);
    }

    private static TypeDeclarationSyntax WithPartial(TypeDeclarationSyntax type)
    {
        if (type.Modifiers.Any(SyntaxKind.PartialKeyword))
            return type;
        var partial = Layout.Modifier(SyntaxKind.PartialKeyword);
        return type.Modifiers.Count > 0
            ? type.AddModifiers(partial)
            : type.WithKeyword(type.Keyword.WithLeadingTrivia()).AddModifiers(partial.WithLeadingTrivia(type.Keyword.LeadingTrivia));
    }
}
