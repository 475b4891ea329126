using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Reenact.Generators.Incremental;

/// <summary>What one file declares, without symbols: the same as long as only bodies and comments of the file change. Remembered for each tree.</summary>
internal sealed class TreeDeclarations
{
    private static readonly ConditionalWeakTable<SyntaxTree, TreeDeclarations> ByTree = new();

    private readonly int[] starts;

    private TreeDeclarations(SyntaxTree tree)
    {
        var root = tree.GetRoot();
        var writer = new FingerprintWriter();
        WriteOptions(writer, tree);
        new DeclarationTokens(writer).Write(root);
        Fingerprint = writer.ToFingerprint();
        starts = [.. root.DescendantNodes(static node => node is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax or TypeDeclarationSyntax)
            .Where(static node => node is TypeDeclarationSyntax or MethodDeclarationSyntax)
            .Select(static node => node.SpanStart)];
    }

    public Fingerprint Fingerprint { get; }

    public static TreeDeclarations Of(SyntaxTree tree) => ByTree.GetValue(tree, static key => new TreeDeclarations(key));

    /// <summary>The place of a type or method among those of the file, which an edit of a body doesn't move. Negative for other nodes.</summary>
    public int IndexOf(SyntaxNode declaration) => Array.BinarySearch(starts, declaration.SpanStart);

    private static void WriteOptions(FingerprintWriter writer, SyntaxTree tree)
    {
        // The path tells generated files from others, and whose file-local types are whose.
        writer.Add(tree.FilePath);
        if (tree.Options is not CSharpParseOptions options)
            return;

        writer.Add((long)options.LanguageVersion);
        writer.Add((long)options.Kind);
        writer.Add(options.Features.Count);
        foreach (var feature in options.Features.OrderBy(static feature => feature.Key, StringComparer.Ordinal))
        {
            writer.Add(feature.Key);
            writer.Add(feature.Value);
        }
    }
}
