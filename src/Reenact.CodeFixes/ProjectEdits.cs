using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Editing;

namespace Reenact.CodeFixes;

/// <summary>Edits of one project's documents that are made together, and the names that they take.</summary>
internal sealed class ProjectEdits(Project project, Compilation compilation)
{
    private readonly Dictionary<DocumentId, SyntaxEditor> editors = [];
    private readonly HashSet<string> names = new(StringComparer.Ordinal);

    public Compilation Compilation { get; } = compilation;

    /// <summary>The editor of a tree of the compilation; null where the tree is not a document of the project, but emitted code.</summary>
    public SyntaxEditor? Editor(SyntaxTree tree)
    {
        if (project.GetDocumentId(tree) is not { } document || project.GetDocument(document) is null)
            return null;
        if (!editors.TryGetValue(document, out var editor))
            editors.Add(document, editor = new SyntaxEditor(tree.GetRoot(), project.Solution.Workspace.Services));
        return editor;
    }

    /// <summary>Takes a name, unless an earlier edit has.</summary>
    public bool Take(string name) => names.Add(name);

    public Solution Apply(Solution solution)
    {
        foreach (var pair in editors)
            solution = solution.WithDocumentSyntaxRoot(pair.Key, pair.Value.GetChangedRoot());
        return solution;
    }
}
