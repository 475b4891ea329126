using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Reenact.Analyzers.Determinism.Summaries;
using Reenact.Generators;

namespace Reenact.Analyzers.Tests.Determinism.Summaries;

/// <summary>Libraries that other sources of tests use.</summary>
internal static class Library
{
    public static async Task<CSharpCompilation> CompileAsync(string name, string source, params MetadataReference[] references) => CSharpCompilation.Create(
        name,
        [
            CSharpSyntaxTree.ParseText(TestProject.ImplicitUsings, TestProject.ParseOptions, "Usings.cs"),
            CSharpSyntaxTree.ParseText(source, TestProject.ParseOptions, name + ".cs"),
        ],
        [
            .. await TestProject.ResolveFrameworkAsync(TestContext.Current.CancellationToken),
            MetadataReference.CreateFromFile(typeof(RecordedAttribute).Assembly.Location),
            MetadataReference.CreateFromFile(typeof(MessagePack.MessagePackWriter).Assembly.Location),
            .. references,
        ],
        new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));

    /// <summary>What the project's build would make: with all that is emitted, as a file.</summary>
    public static MetadataReference Build(CSharpCompilation library)
    {
        CSharpGeneratorDriver
            .Create([new RecordedMethodGenerator().AsSourceGenerator(), new DeterminismSummaryGenerator().AsSourceGenerator()], parseOptions: TestProject.ParseOptions)
            .RunGeneratorsAndUpdateCompilation(library, out var built, out var diagnostics, TestContext.Current.CancellationToken);
        Assert.Empty(diagnostics);
        using var image = new MemoryStream();
        var emitted = built.Emit(image, cancellationToken: TestContext.Current.CancellationToken);
        Assert.True(emitted.Success, string.Join('\n', emitted.Diagnostics));
        return MetadataReference.CreateFromImage(image.ToArray());
    }

    public static async Task<MetadataReference> BuildAsync(string name, string source, params MetadataReference[] references) =>
        Build(await CompileAsync(name, source, references));

    /// <summary>What is emitted about the members of a library, an attribute a line; null for nothing.</summary>
    public static async Task<string?> SummaryAsync(string source, OutputKind kind = OutputKind.DynamicallyLinkedLibrary)
    {
        var library = await CompileAsync("Library", source);
        var run = CSharpGeneratorDriver
            .Create([new DeterminismSummaryGenerator().AsSourceGenerator()], parseOptions: TestProject.ParseOptions)
            .RunGenerators(library.WithOptions(library.Options.WithOutputKind(kind)), TestContext.Current.CancellationToken)
            .GetRunResult();
        Assert.Empty(run.Diagnostics);
        var emitted = run.GeneratedTrees.SingleOrDefault()?.ToString().ReplaceLineEndings("\n");
        return emitted is null ? null : string.Join('\n', emitted.Split('\n').Where(line => line.StartsWith('[')).Select(line => line.Replace("[assembly: global::Reenact.Shims.", "").TrimEnd(']')));
    }

    /// <summary>Checks what replayed code is told that uses a library: of the built one, and of the project beside it in the editor.</summary>
    public static async Task VerifyAsync(string library, string agent)
    {
        await DeterminismVerifier.VerifyWithReferencesAsync(agent, [await BuildAsync("Library", library)]);
        await DeterminismVerifier.VerifyWithReferencesAsync(agent, [(await CompileAsync("Library", library)).ToMetadataReference()]);
    }
}
