using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Reenact.Analyzers.Determinism;

namespace Reenact.Analyzers.Tests.Determinism.Robustness;

/// <summary>Code that is large or broken: the analyzer never throws, and takes time in proportion.</summary>
public sealed class RobustnessTests
{
    // Twenty times what the slowest takes; a step that looks at everything for everything takes longer by far.
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(60);

    public static TheoryData<string> Shapes => [.. LargeSources.All.Keys];

    [Theory]
    [MemberData(nameof(Shapes))]
    public async Task Large_code_is_analysed_without_failing(string shape)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        limit.CancelAfter(Longest);

        await AnalyseAsync(LargeSources.All[shape](300), limit.Token);
    }

    [Theory]
    [MemberData(nameof(Shapes))]
    public async Task Broken_code_is_analysed_without_failing(string shape)
    {
        var source = LargeSources.All[shape](12);
        for (var seed = 0; seed < 8; seed++)
            await AnalyseAsync(Break(source, new Random(seed)), TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task Half_a_file_is_analysed_without_failing()
    {
        foreach (var make in LargeSources.All.Values)
        {
            var source = make(4);
            for (var length = source.Length; length > 0; length -= Math.Max(1, source.Length / 6))
                await AnalyseAsync(source[..length], TestContext.Current.CancellationToken);
        }
    }

    [Fact]
    public async Task Long_chains_are_shown_by_both_ends()
    {
        var found = await AnalyseAsync(LargeSources.All["a chain of calls with an offence in each"](40), TestContext.Current.CancellationToken);

        var last = found.MaxBy(static each => each.Location.SourceSpan.Start)!;
        Assert.EndsWith("(reached from Agent.Handle → Agent.Step0 → Agent.Step1 → Agent.Step2 → … → Agent.Step36 → Agent.Step37 → Agent.Step38 → Agent.Step39)", last.GetMessage(null), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Each_offence_says_how_many_roots_reach_it()
    {
        const int Size = 70;
        var found = await AnalyseAsync(LargeSources.All["roots that lead down a chain"](Size), TestContext.Current.CancellationToken);

        // The step of a number is reached by the first root, and by all that begin at it or above.
        var counts = found.OrderBy(static each => each.Location.SourceSpan.Start).Select(static each => each.GetMessage(null)).ToList();
        Assert.Equal(Size, counts.Count);
        for (var i = 0; i < Size; i++)
            Assert.EndsWith(i == 0 ? "and from 1 other root)" : $"and from {i + 1} other roots)", counts[i], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Code_that_runs_in_circles_has_the_same_roots_all_round()
    {
        var found = await AnalyseAsync(LargeSources.All["roots that reach all offences"](20), TestContext.Current.CancellationToken);

        Assert.All(found, static each => Assert.EndsWith("and from 20 other roots)", each.GetMessage(null), StringComparison.Ordinal));
    }

    private static string Break(string source, Random random)
    {
        for (var i = 0; i < 6; i++)
        {
            var at = random.Next(source.Length - 1);
            source = source.Remove(at, Math.Min(random.Next(1, 30), source.Length - at));
        }

        return source;
    }

    private static async Task<IReadOnlyList<Diagnostic>> AnalyseAsync(string source, CancellationToken cancellationToken)
    {
        var framework = await TestProject.ResolveFrameworkAsync(cancellationToken);
        var compilation = CSharpCompilation.Create(
            "Large",
            [CSharpSyntaxTree.ParseText(source, TestProject.ParseOptions, "Agent.cs", cancellationToken: cancellationToken)],
            [.. framework, MetadataReference.CreateFromFile(typeof(RecordedAttribute).Assembly.Location)],
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
        var failures = new List<Exception>();
        var options = new CompilationWithAnalyzersOptions(
            new AnalyzerOptions([]), (failure, _, _) => failures.Add(failure), concurrentAnalysis: false, logAnalyzerExecutionTime: false);
        var found = await compilation.WithAnalyzers([new DeterminismAnalyzer()], options).GetAnalyzerDiagnosticsAsync(cancellationToken);
        Assert.Empty(failures);
        return found;
    }
}
