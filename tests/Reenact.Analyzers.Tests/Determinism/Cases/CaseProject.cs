using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Reenact.Analyzers.Determinism;
using Reenact.Generators;

namespace Reenact.Analyzers.Tests.Determinism.Cases;

/// <summary>Compiles and analyses small projects fast: references are read once, and what all projects share is bound once.</summary>
internal static class CaseProject
{
    private static readonly Task<(CSharpCompilation Compilation, GeneratorDriver Driver)> Empty = CreateEmptyAsync();

    private static readonly DeterminismAnalyzer Analyzer = new();

    /// <summary>A project of some files, with what the generator adds.</summary>
    public static async Task<Compilation> CompileAsync(IEnumerable<(string Path, string Text)> files, CancellationToken cancellationToken)
    {
        var (empty, driver) = await Empty;
        var trees = files.Select(file => CSharpSyntaxTree.ParseText(file.Text, TestProject.ParseOptions, file.Path, cancellationToken: cancellationToken)).ToList();
        var compilation = empty.AddSyntaxTrees(trees);
        if (trees.Any(static tree => Path.GetFileName(tree.FilePath) == "Program.cs"))
            compilation = compilation.WithOptions(compilation.Options.WithOutputKind(OutputKind.ConsoleApplication));
        driver.RunGeneratorsAndUpdateCompilation(compilation, out var generated, out _, cancellationToken);
        return generated;
    }

    /// <summary>What the compiler and the determinism rules say, without what is suppressed.</summary>
    public static Task<ImmutableArray<Diagnostic>> DiagnoseAsync(Compilation compilation, CancellationToken cancellationToken)
    {
        var options = new CompilationWithAnalyzersOptions(
            new AnalyzerOptions([]), onAnalyzerException: null, concurrentAnalysis: false, logAnalyzerExecutionTime: false, reportSuppressedDiagnostics: false);
        return new CompilationWithAnalyzers(compilation, [Analyzer], options).GetAllDiagnosticsAsync(cancellationToken);
    }

    private static async Task<(CSharpCompilation Compilation, GeneratorDriver Driver)> CreateEmptyAsync()
    {
        var framework = await TestProject.ResolveFrameworkAsync(CancellationToken.None);
        Type[] libraries =
        [
            typeof(RecordedAttribute), typeof(MessagePack.MessagePackWriter), typeof(Microsoft.Extensions.AI.IChatClient), typeof(Microsoft.Extensions.AI.ChatClientBuilder),
            typeof(Microsoft.Extensions.Logging.ILogger),
        ];
        var compilation = CSharpCompilation.Create(
            "Cases",
            [CSharpSyntaxTree.ParseText(TestProject.ImplicitUsings, TestProject.ParseOptions, "Usings.cs")],
            [.. framework, .. libraries.Select(static type => MetadataReference.CreateFromFile(type.Assembly.Location))],
            (CSharpCompilationOptions)TestProject.WithProjectOptions(new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary)));
        var driver = CSharpGeneratorDriver.Create([new RecordedMethodGenerator().AsSourceGenerator()], parseOptions: TestProject.ParseOptions)
            .RunGenerators(compilation);
        return (compilation, driver);
    }
}
