using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Reenact.Analyzers.Determinism;
using Reenact.Analyzers.Determinism.CallGraph;

namespace Reenact.Analyzers.Tests.Determinism;

/// <summary>What an editor sees, which asks for one file at a time and cancels at will.</summary>
public sealed class TypingTests
{
    private const string Agent = """
        using Reenact;

        public partial class SupportAgent
        {
            [Replayed]
            public partial void Handle();

            private void HandleCore() => Planner.Next();
        }
        """;

    private const string Planner = "public static class Planner { public static void Next() => _ = System.DateTime.Now; }";

    [Fact]
    public async Task Diagnostics_of_a_file_are_there_when_only_that_file_is_analysed()
    {
        var compilation = await CompileAsync(Agent, Planner);
        var analysis = compilation.WithAnalyzers([new DeterminismAnalyzer()]);
        var model = compilation.GetSemanticModel(compilation.SyntaxTrees.Last());

        var found = await analysis.GetAnalyzerSemanticDiagnosticsAsync(model, filterSpan: null, TestContext.Current.CancellationToken);

        Assert.Equal(Descriptors.WallClock.Id, Assert.Single(found).Id);
    }

    [Fact]
    public async Task A_cancelled_request_does_not_spoil_the_next()
    {
        var compilation = await CompileAsync(Agent, Planner);
        var once = DeterminismAnalyzer.Of(compilation, ReenactSymbols.Of(compilation)!, ReplayedRoots.Find(compilation, CancellationToken.None), []);
        Assert.ThrowsAny<OperationCanceledException>(() => once.Get(new CancellationToken(canceled: true)));

        var code = once.Get(TestContext.Current.CancellationToken);

        Assert.Single(code.In(compilation.SyntaxTrees.Last()));
        Assert.Same(code, once.Get(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Source_of_another_project_is_judged_where_it_is_used()
    {
        var library = await CompileAsync(Planner);
        var compilation = (await CompileAsync(Agent)).AddReferences(library.ToMetadataReference());

        var found = await compilation.WithAnalyzers([new DeterminismAnalyzer()]).GetAllDiagnosticsAsync(TestContext.Current.CancellationToken);

        var told = Assert.Single(found, diagnostic => diagnostic.Id.StartsWith("REEN", StringComparison.Ordinal) || diagnostic.Id == "AD0001");
        Assert.Equal(Descriptors.WallClock.Id, told.Id);
        Assert.Same(compilation.SyntaxTrees.Single(), told.Location.SourceTree);
    }

    [Fact]
    public async Task An_edit_of_a_hash_function_is_heard_where_other_files_ask_it()
    {
        const string Asking = """
            using Reenact;

            public partial class SupportAgent
            {
                [Replayed]
                public partial int Handle();

                private int HandleCore() => new Order().GetHashCode();
            }
            """;
        const string Stable = "public class Order { public override int GetHashCode() => 1; }";
        var compilation = await CompileAsync(Asking, Stable);
        Assert.Empty(await HashCodesAsync(compilation));

        var order = compilation.SyntaxTrees.Last();
        var edited = CSharpSyntaxTree.ParseText(Stable.Replace("1;", "\"a\".GetHashCode();"), TestProject.ParseOptions, order.FilePath, cancellationToken: TestContext.Current.CancellationToken);
        compilation = compilation.ReplaceSyntaxTree(order, edited);

        var found = Assert.Single(await HashCodesAsync(compilation));
        Assert.Equal("File0.cs", found.Location.SourceTree!.FilePath);
    }

    [Theory]
    [InlineData("public partial class Plan { private static int size; public static int Get() => size; }", "public partial class Plan { static void Set(int n) { } }", "size = n;", "_ = Plan.Get();")]
    [InlineData("public class Other { }", "public class Plan { private static int size; public static int Get() => size; static void Set(int n) { } }", "size = n;", "_ = Plan.Get();")]
    [InlineData("public class Other { }", "public class Plan { private static int[] items = new int[2]; public static int[] Items => items; static void Set(int n) { } }", "items = new int[n];", "Plan.Items[0] = 1;")]
    [InlineData("public class Other { }", "public class Plan { private static int size; public static int Get() => size; class Inner { static void Set(int n) { } } }", "size = n;", "_ = Plan.Get();")]
    [InlineData("public class Other { }", "public class Plan { private static int size; public static int Get() => size; static System.Action<int> set = n => { }; }", "size = n;", "_ = Plan.Get();")]
    public async Task An_edit_that_writes_a_field_says_what_a_first_reading_says(string first, string second, string write, string use)
    {
        string[] sources = [Agent.Replace("=> Planner.Next();", "{ " + use + " }", StringComparison.Ordinal), first, second];
        var compilation = await CompileAsync(sources);
        _ = await SharedStateAsync(compilation);
        var last = compilation.SyntaxTrees.Last();
        var written = second.Replace("{ }", "{ " + write + " }", StringComparison.Ordinal);
        var edited = CSharpSyntaxTree.ParseText(written, TestProject.ParseOptions, last.FilePath, cancellationToken: TestContext.Current.CancellationToken);

        var found = await SharedStateAsync(compilation.ReplaceSyntaxTree(last, edited));

        Assert.NotEmpty(found);
        Assert.Equal(await SharedStateAsync(await CompileAsync(sources[0], first, written)), found);
    }

    [Fact]
    public async Task A_field_of_a_type_in_one_file_and_generated_ones_is_settled_where_nothing_writes_it()
    {
        var compilation = await CompileAsync(
            Agent.Replace("=> Planner.Next();", "=> _ = size;", StringComparison.Ordinal).Replace("private void", "private static int size = 3; private void", StringComparison.Ordinal),
            "// <auto-generated/>\npublic partial class SupportAgent { public partial void Handle() => HandleCore(); }");

        Assert.Empty(await SharedStateAsync(compilation));
    }

    private static async Task<IEnumerable<string>> SharedStateAsync(CSharpCompilation compilation) =>
        (await compilation.WithAnalyzers([new DeterminismAnalyzer()]).GetAnalyzerDiagnosticsAsync(TestContext.Current.CancellationToken))
        .Where(static diagnostic => diagnostic.Id == Descriptors.SharedState.Id || diagnostic.Id == "AD0001")
        .Select(static diagnostic => diagnostic.ToString())
        .Order(StringComparer.Ordinal);

    private static async Task<IEnumerable<Diagnostic>> HashCodesAsync(CSharpCompilation compilation) =>
        (await compilation.WithAnalyzers([new DeterminismAnalyzer()]).GetAnalyzerDiagnosticsAsync(TestContext.Current.CancellationToken))
        .Where(diagnostic => diagnostic.Id == Descriptors.UnstableHashCode.Id);

    private static async Task<CSharpCompilation> CompileAsync(params string[] sources) => CSharpCompilation.Create(
        "Project" + sources.Length,
        sources.Select((source, i) => CSharpSyntaxTree.ParseText(source, TestProject.ParseOptions, $"File{i}.cs")),
        [
            .. await TestProject.ResolveFrameworkAsync(TestContext.Current.CancellationToken),
            MetadataReference.CreateFromFile(typeof(RecordedAttribute).Assembly.Location),
        ],
        new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
}
