using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Reenact.Analyzers.Data;

namespace Reenact.Analyzers.Tests.Calls;

/// <summary>What rules about calls cost, and that the calls are found all the same.</summary>
public sealed class CallsByNameTests
{
    private const string Tools = """
        using System.Threading.Tasks;
        using Reenact;

        public class Order { public int Count { get; set; } }

        public static partial class Tools
        {
            [Recorded] public static partial Task<int> BookAsync(Order order);
            public static partial Task<int> BookAsync(Order order) => BookCoreAsync(order);
            private static Task<int> BookCoreAsync(Order order) => Task.FromResult(order.Count);
        }
        """;

    private const string Caller = """
        using System.Threading.Tasks;

        public static class Caller
        {
            public static async Task RunAsync(Order order)
            {
                var given = new Order();
                var task = Tools.BookAsync(given);
                given.Count = 2;
                await task;
            }
        }
        """;

    [Fact]
    public async Task No_analyzer_has_all_code_of_a_project_bound()
    {
        var analyzers = typeof(MutatedValueAnalyzer).Assembly.GetTypes()
            .Where(type => !type.IsAbstract && type.IsSubclassOf(typeof(DiagnosticAnalyzer)))
            .Select(type => (DiagnosticAnalyzer)Activator.CreateInstance(type)!)
            .ToImmutableArray();
        var compilation = (await CompileAsync("Made", Tools, Caller)).WithAnalyzers(analyzers);
        await compilation.GetAnalyzerDiagnosticsAsync(TestContext.Current.CancellationToken);

        foreach (var analyzer in analyzers)
        {
            var actions = (await compilation.GetAnalyzerTelemetryInfoAsync(analyzer, TestContext.Current.CancellationToken))!;
            Assert.Equal(0, actions.OperationActionsCount + actions.OperationBlockActionsCount + actions.OperationBlockStartActionsCount);
        }
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_recorded_method_of_another_assembly_is_known(bool fromSource)
    {
        var library = await CompileAsync("Library", Tools);
        var compilation = (await CompileAsync("Made", Caller)).AddReferences(fromSource ? library.ToMetadataReference() : Image(library));

        var found = await compilation.WithAnalyzers([new MutatedValueAnalyzer()]).GetAnalyzerDiagnosticsAsync(TestContext.Current.CancellationToken);

        Assert.Equal(Descriptors.MutatedValue.Id, Assert.Single(found).Id);
    }

    private static PortableExecutableReference Image(CSharpCompilation library)
    {
        using var image = new MemoryStream();
        Assert.True(library.Emit(image, cancellationToken: TestContext.Current.CancellationToken).Success);
        return MetadataReference.CreateFromImage(image.ToArray());
    }

    private static async Task<CSharpCompilation> CompileAsync(string name, params string[] sources) => CSharpCompilation.Create(
        name,
        sources.Select((source, i) => CSharpSyntaxTree.ParseText(source, TestProject.ParseOptions, $"File{i}.cs")),
        [
            .. await TestProject.ResolveFrameworkAsync(TestContext.Current.CancellationToken),
            MetadataReference.CreateFromFile(typeof(RecordedAttribute).Assembly.Location),
        ],
        new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
}
