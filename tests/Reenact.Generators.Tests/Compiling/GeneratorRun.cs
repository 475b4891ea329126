using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Reenact.Generators.Tests.Compiling;

/// <summary>One run of the generator, and what came of it.</summary>
internal sealed class GeneratorRun
{
    private readonly GeneratorDriver driver;

    private GeneratorRun(GeneratorDriver driver, Compilation compilation, ImmutableArray<Diagnostic> reported)
    {
        this.driver = driver;
        Compilation = compilation;
        Reported = reported;
        var result = driver.GetRunResult().Results.Single();
        Steps = result.TrackedSteps;
        Sources = result.GeneratedSources.IsDefault
            ? []
            : result.GeneratedSources.OrderBy(static source => source.HintName, StringComparer.Ordinal).ToDictionary(
                static source => source.HintName,
                static source => source.SourceText.ToString());
        Outputs = result.TrackedOutputSteps;
        Exception = result.Exception;
    }

    /// <summary>The input and the emitted files.</summary>
    public Compilation Compilation { get; }

    /// <summary>What the generator itself reported.</summary>
    public ImmutableArray<Diagnostic> Reported { get; }

    public Exception? Exception { get; }

    public Dictionary<string, string> Sources { get; }

    public ImmutableDictionary<string, ImmutableArray<IncrementalGeneratorRunStep>> Steps { get; }

    public ImmutableDictionary<string, ImmutableArray<IncrementalGeneratorRunStep>> Outputs { get; }

    /// <summary>Everything the compiler has to say of input and output together, warnings included.</summary>
    public IEnumerable<Diagnostic> Diagnostics => Compilation.GetDiagnostics().Where(static each => each.Severity >= DiagnosticSeverity.Warning);

    public static GeneratorRun Of(params string[] sources) => Of(TestCompilation.Of(sources));

    public static GeneratorRun Of(CSharpCompilation compilation) => Run(
        CSharpGeneratorDriver.Create(
            [new RecordedMethodGenerator().AsSourceGenerator()],
            parseOptions: TestCompilation.ParseOptions,
            driverOptions: new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: true)),
        compilation);

    /// <summary>Runs the same driver again over an edited compilation.</summary>
    public GeneratorRun Again(Compilation compilation) => Run(driver, compilation);

    /// <summary>This run, when nothing went wrong.</summary>
    public GeneratorRun Clean()
    {
        Assert.Null(Exception);
        Assert.Empty(Reported);
        if (Diagnostics.ToList() is { Count: > 0 } found)
            Assert.Fail(string.Join('\n', found.Select(static each => $"{each}\n{LineOf(each)}")));

        return this;
    }

    private static string? LineOf(Diagnostic diagnostic) =>
        diagnostic.Location.SourceTree?.GetText().Lines[diagnostic.Location.GetLineSpan().StartLinePosition.Line].ToString();

    private static GeneratorRun Run(GeneratorDriver driver, Compilation compilation)
    {
        driver = driver.RunGeneratorsAndUpdateCompilation(compilation, out var updated, out var reported);
        return new GeneratorRun(driver, updated, reported);
    }
}
