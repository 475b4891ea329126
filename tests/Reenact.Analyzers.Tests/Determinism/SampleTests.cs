using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;
using Reenact.Analyzers.Determinism;
using Reenact.Generators;

namespace Reenact.Analyzers.Tests.Determinism;

/// <summary>The sample's agent, edited: what an editor shows for the file at hand, without asking for the rest of the project.</summary>
public sealed class SampleTests
{
    private const string Agent = "Agent/SupportAgent.cs";
    private const string Helper = "Tools/ToolSet.cs";

    [Fact]
    public async Task The_sample_itself_breaks_no_rule()
    {
        var sample = await CompileAsync();

        Assert.Equal([], await WarningsAsync(sample, Agent));
        Assert.Equal([], await WarningsAsync(sample, Helper));
    }

    [Fact]
    public async Task A_clock_in_the_agent_warns_at_once()
    {
        var sample = Edit(await CompileAsync(), Agent, "var toolCalls = 0;", "var toolCalls = DateTime.Now.Hour;");

        Assert.Equal(["REEN2001 DateTime.Now"], await WarningsAsync(sample, Agent));
    }

    [Fact]
    public async Task A_clock_in_a_helper_warns_at_once_in_the_helper_and_goes_again()
    {
        var sample = await CompileAsync();
        Assert.Equal([], await WarningsAsync(sample, Helper));

        var edited = Edit(sample, Helper, "functions.TryGetValue(name,", "functions.TryGetValue(DateTime.Now.Hour > 12 ? name : name,");
        Assert.Equal(["REEN2001 DateTime.Now"], await WarningsAsync(edited, Helper));
        Assert.Equal([], await WarningsAsync(edited, Agent));

        var undone = Edit(edited, Helper, "DateTime.Now.Hour > 12 ? name : name", "name");
        Assert.Equal([], await WarningsAsync(undone, Helper));
    }

    private static async Task<List<string>> WarningsAsync(Compilation sample, string file)
    {
        var tree = Tree(sample, file);
        var found = await sample.WithAnalyzers([new DeterminismAnalyzer()])
            .GetAnalyzerSemanticDiagnosticsAsync(sample.GetSemanticModel(tree), filterSpan: null, TestContext.Current.CancellationToken);
        var text = await tree.GetTextAsync(TestContext.Current.CancellationToken);
        return [.. found.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Warning).Select(diagnostic => $"{diagnostic.Id} {text.ToString(diagnostic.Location.SourceSpan)}")];
    }

    private static Compilation Edit(Compilation sample, string file, string from, string to)
    {
        var tree = Tree(sample, file);
        var text = tree.GetText(TestContext.Current.CancellationToken);
        var at = text.ToString().IndexOf(from, StringComparison.Ordinal);
        Assert.True(at >= 0, $"{file} does not contain '{from}'.");
        return sample.ReplaceSyntaxTree(tree, tree.WithChangedText(text.WithChanges(new TextChange(new TextSpan(at, from.Length), to))));
    }

    private static SyntaxTree Tree(Compilation sample, string file) => sample.SyntaxTrees.Single(tree => tree.FilePath.EndsWith(file, StringComparison.Ordinal));

    private static async Task<Compilation> CompileAsync()
    {
        var folder = Path.Combine(RuleDocumentationTests.Repository, "samples", "AirlineAgent");
        var files = Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories)
            .Where(file => !Path.GetRelativePath(folder, file).StartsWith("obj", StringComparison.Ordinal) && !Path.GetRelativePath(folder, file).StartsWith("bin", StringComparison.Ordinal));
        var packages = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(file => Path.GetFileName(file) is var name && (name.StartsWith("Microsoft.Extensions.", StringComparison.Ordinal) || name is "Reenact.dll" or "Reenact.Extensions.AI.dll" or "OpenAI.dll" or "System.ClientModel.dll" or "System.CommandLine.dll" or "MessagePack.dll"));
        var sample = CSharpCompilation.Create(
            "AirlineAgent",
            files.Select(file => CSharpSyntaxTree.ParseText(File.ReadAllText(file), TestProject.ParseOptions, file)).Append(CSharpSyntaxTree.ParseText(TestProject.ImplicitUsings, TestProject.ParseOptions)),
            [.. await TestProject.ResolveFrameworkAsync(TestContext.Current.CancellationToken), .. packages.Select(file => MetadataReference.CreateFromFile(file))],
            new CSharpCompilationOptions(OutputKind.ConsoleApplication, nullableContextOptions: NullableContextOptions.Enable));
        CSharpGeneratorDriver.Create([new RecordedMethodGenerator().AsSourceGenerator()], parseOptions: TestProject.ParseOptions)
            .RunGeneratorsAndUpdateCompilation(sample, out var generated, out _, TestContext.Current.CancellationToken);
        // Other files need the generator of System.Text.Json, which is not run here.
        Assert.DoesNotContain(
            generated.GetSemanticModel(Tree(generated, Agent)).GetDiagnostics(cancellationToken: TestContext.Current.CancellationToken),
            diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
        return generated;
    }
}
