using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;
using Reenact.Benchmarks.Building.Agents;
using Reenact.Generators;

namespace Reenact.Benchmarks.Building.Determinism;

/// <summary>
/// What analyzers add while somebody types: the diagnostics of the open document after an edit of it, over a project in which all else
/// stays. The compiler's own diagnostics of the document are asked for before, as editors do, and not counted.
/// </summary>
internal sealed class EditorCost
{
    private const int Firsts = 3;
    private const int EditsOfAKind = 7;

    private static readonly AnalyzerOptions Options = new([new AdditionalFile(BannedApis.FileName, BannedApis.Symbols)]);

    private readonly AgentProject project;
    private readonly (string Path, SourceEdit Edit)[] edits;
    private int number;

    public EditorCost(int lines)
    {
        project = new AgentProject(lines);
        var reached = $"Services/OrderService{project.Reached / 2}.cs";
        var unreached = $"Services/OrderService{(project.Reached + project.Modules) / 2}.cs";
        var root = "Agents/Agent3.cs";
        edits =
        [
            Edit("a body that no root reaches", unreached, ServiceFiles.EditableNumber, "var most = 250 + {0};"),
            Edit("the body of a helper that roots reach", reached, ServiceFiles.EditableNumber, "var most = 250 + {0};"),
            Edit("the body of a root", root, AgentFiles.EditableNumber, "var attempts = 3 + {0};"),
            Edit("a comment in a helper", reached, ServiceFiles.EditableNumber, ServiceFiles.EditableNumber + " // {0}"),
            Edit("a declaration that no root reaches", unreached, ServiceFiles.EditableName, "private int added{0}; " + ServiceFiles.EditableName),
            Edit("a declaration in a helper", reached, ServiceFiles.EditableName, "private int added{0}; " + ServiceFiles.EditableName),
        ];
    }

    public void Run()
    {
        Console.WriteLine($"{project.Lines:N0} lines in {project.Files.Count:N0} files; {project.Roots} roots reach {project.Reached} of {project.Modules} modules.");
        Measure("nothing (an analyzer that finds nothing)", static () => [new IdleAnalyzer()]);
        Measure("Reenact's analyzers", ReenactAnalyzers.Create);
        Measure("of them those for determinism", static () => [.. ReenactAnalyzers.Create().Where(ReenactAnalyzers.IsAboutDeterminism)]);
        Measure("banned APIs", static () => [BannedApis.Create()]);
    }

    private (string Path, SourceEdit Edit) Edit(string name, string path, string old, string replacement) =>
        (path, new SourceEdit(name, project.Files.ToList().FindIndex(file => file.Path == path), old, replacement));

    private void Measure(string title, Func<ImmutableArray<DiagnosticAnalyzer>> create)
    {
        var first = new EditorTimes("a first request, nothing cached");
        var rows = edits.Select(static each => new EditorTimes(each.Edit.Name)).ToList();
        for (var round = 0; round < Firsts; round++)
        {
            // Parsed anew, so that nothing known of these trees serves it.
            var analyzers = create();
            var compilation = Project();
            Request(compilation, Tree(compilation, edits[1].Path), analyzers, first);
            for (var kind = 0; kind < edits.Length; kind++)
            {
                for (var time = 0; time < EditsOfAKind; time++)
                {
                    var (path, edit) = edits[kind];
                    var tree = Tree(compilation, path);
                    var edited = tree.WithChangedText(SourceText.From(edit.Apply(project.File(path).Text, number++)));
                    compilation = compilation.ReplaceSyntaxTree(tree, edited);
                    Request(compilation, edited, analyzers, rows[kind]);
                }
            }
        }

        Console.WriteLine(title);
        Console.WriteLine(first);
        foreach (var row in rows)
            Console.WriteLine(row);
    }

    private static void Request(CSharpCompilation compilation, SyntaxTree tree, ImmutableArray<DiagnosticAnalyzer> analyzers, EditorTimes times)
    {
        var model = compilation.GetSemanticModel(tree);
        model.GetDiagnostics();
        var host = new CompilationWithAnalyzersOptions(Options, static (exception, _, _) => throw new InvalidOperationException("An analyzer failed.", exception), concurrentAnalysis: true, logAnalyzerExecutionTime: false);
        var driver = compilation.WithAnalyzers(analyzers, host);
        times.Measure(() => driver.GetAnalyzerSemanticDiagnosticsAsync(model, filterSpan: null, CancellationToken.None).GetAwaiter().GetResult());
    }

    private CSharpCompilation Project()
    {
        var trees = project.Files.Select(static file => CSharpSyntaxTree.ParseText(file.Text, ProjectCompilation.ParseOptions, file.Path));
        var compilation = ProjectCompilation.Of([]).RemoveAllSyntaxTrees().AddSyntaxTrees(trees).WithAssemblyName($"Made{number++}");
        CSharpGeneratorDriver.Create([new RecordedMethodGenerator().AsSourceGenerator()], parseOptions: ProjectCompilation.ParseOptions)
            .RunGeneratorsAndUpdateCompilation(compilation, out var all, out _);
        return (CSharpCompilation)all;
    }

    private static SyntaxTree Tree(CSharpCompilation compilation, string path) => compilation.SyntaxTrees.Single(tree => tree.FilePath == path);
}
