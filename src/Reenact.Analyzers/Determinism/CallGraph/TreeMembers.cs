using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Reenact.Analyzers.Determinism.CallGraph;

/// <summary>The declarations of a file that may have code, numbered in their order. Remembered for each tree; thread-safe.</summary>
internal sealed class TreeMembers
{
    private static readonly ConditionalWeakTable<SyntaxTree, TreeMembers> ByTree = new();

    private readonly int[] starts;
    private readonly SyntaxKind[] kinds;

    private TreeMembers(SyntaxTree tree)
    {
        var declarations = tree.GetRoot().DescendantNodesAndSelf(MayHoldDeclarations).Where(IsDeclaration).ToList();
        starts = [.. declarations.Select(static node => node.SpanStart)];
        kinds = [.. declarations.Select(static node => node.Kind())];
    }

    public static TreeMembers Of(SyntaxTree tree) => ByTree.GetValue(tree, static key => new TreeMembers(key));

    public int Count => starts.Length;

    /// <summary>The number of a declaration; negative where it has none, as in code that is half typed.</summary>
    public int IndexOf(SyntaxNode declaration)
    {
        var kind = declaration.Kind();
        var found = Array.BinarySearch(starts, declaration.SpanStart);
        if (found < 0)
            return -1;
        while (found > 0 && starts[found - 1] == starts[found])
            found--;
        for (; found < starts.Length && starts[found] == declaration.SpanStart; found++)
        {
            if (kinds[found] == kind)
                return found;
        }

        return -1;
    }

    /// <summary>The declaration of a number.</summary>
    public SyntaxNode? Find(SyntaxNode root, int index)
    {
        if (kinds[index] == SyntaxKind.CompilationUnit)
            return root;
        var node = root.FindToken(starts[index]).Parent;
        while (node is not null && (node.SpanStart != starts[index] || !node.IsKind(kinds[index])))
            node = node.Parent;
        return node;
    }

    private static bool MayHoldDeclarations(SyntaxNode node) => node
        is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax or TypeDeclarationSyntax
        or BasePropertyDeclarationSyntax or AccessorListSyntax or BaseFieldDeclarationSyntax or VariableDeclarationSyntax
        or ParameterListSyntax { Parent: TypeDeclarationSyntax };

    private static bool IsDeclaration(SyntaxNode node) => node
        is CompilationUnitSyntax or TypeDeclarationSyntax or BaseMethodDeclarationSyntax or AccessorDeclarationSyntax
        or VariableDeclaratorSyntax or BasePropertyDeclarationSyntax or ArrowExpressionClauseSyntax { Parent: BasePropertyDeclarationSyntax }
        or ParameterSyntax { Parent.Parent: TypeDeclarationSyntax };
}
