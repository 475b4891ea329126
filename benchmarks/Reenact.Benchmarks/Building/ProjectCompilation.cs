using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Reenact.Benchmarks.Building;

/// <summary>Compilations of source texts against the framework and the runtime library, as a project's are.</summary>
internal static class ProjectCompilation
{
    public static readonly CSharpParseOptions ParseOptions = new(LanguageVersion.CSharp14);

    private static readonly MetadataReference[] References =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(Path.PathSeparator)
            .Where(static path => Path.GetFileName(path) is var name
                && (name.StartsWith("System.", StringComparison.Ordinal) || name is "netstandard.dll" or "Reenact.dll" or "MessagePack.dll" or "MessagePack.Annotations.dll"))
            .Select(static path => MetadataReference.CreateFromFile(path)),
    ];

    private static readonly CSharpCompilationOptions Options = new(
        OutputKind.DynamicallyLinkedLibrary,
        optimizationLevel: OptimizationLevel.Release,
        nullableContextOptions: NullableContextOptions.Enable,
        allowUnsafe: true);

    public static CSharpCompilation Of(IEnumerable<string> sources) =>
        CSharpCompilation.Create("Made", Parse(sources.Prepend(GeneratedProject.Usings)), References, Options);

    public static SyntaxTree[] Parse(IEnumerable<string> sources) =>
        [.. sources.Select(static (source, i) => CSharpSyntaxTree.ParseText(source, ParseOptions, $"File{i}.cs"))];

    /// <summary>The texts that a generator adds to a compilation.</summary>
    public static IReadOnlyList<string> Output(this CSharpCompilation compilation, IIncrementalGenerator generator)
    {
        var result = CSharpGeneratorDriver.Create([generator.AsSourceGenerator()], parseOptions: ParseOptions)
            .RunGenerators(compilation)
            .GetRunResult()
            .Results
            .Single();
        return result.Exception is null
            ? [.. result.GeneratedSources.Select(static source => source.SourceText.ToString())]
            : throw new InvalidOperationException("The generator failed.", result.Exception);
    }

    /// <summary>Compiles to an image in memory, as a build does.</summary>
    public static void Build(this CSharpCompilation compilation)
    {
        using var image = new MemoryStream();
        var result = compilation.Emit(image);
        if (!result.Success)
            throw new InvalidOperationException(string.Join('\n', result.Diagnostics.Where(static each => each.Severity == DiagnosticSeverity.Error).Take(10)));
    }
}
