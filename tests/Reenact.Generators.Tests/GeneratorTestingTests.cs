using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Testing;
using Microsoft.CodeAnalysis.Testing;
using Microsoft.CodeAnalysis.Text;
using Reenact.Generators.Tests.Compiling;

namespace Reenact.Generators.Tests;

/// <summary>The same golden files through Roslyn's own test kit, against the reference assemblies that projects compile with.</summary>
public class GeneratorTestingTests
{
    private static readonly ReferenceAssemblies Net10 = new(
        "net10.0", new PackageIdentity("Microsoft.NETCore.App.Ref", "10.0.12"), Path.Combine("ref", "net10.0"));

    [Theory]
    [InlineData("Sync")]
    [InlineData("Async")]
    [InlineData("Replayed")]
    [InlineData("Records")]
    [InlineData("Exceptions")]
    public async Task Emitted_code_is_as_expected_with_reference_assemblies(string golden)
    {
        var test = new Test();
        test.TestState.Sources.Add(("Usings.cs", TestCompilation.ImplicitUsings));
        test.TestState.Sources.Add(("Input.cs", GoldenFiles.Input(golden)));
        test.TestState.AdditionalReferences.Add(MetadataReference.CreateFromFile(typeof(RecordedAttribute).Assembly.Location));
        test.TestState.AdditionalReferences.Add(MetadataReference.CreateFromFile(typeof(MessagePack.MessagePackReader).Assembly.Location));
        foreach (var (name, source) in GoldenFiles.Split(GoldenFiles.Output(golden)))
            test.TestState.GeneratedSources.Add((typeof(RecordedMethodGenerator), name, SourceText.From(source, Encoding.UTF8)));

        await test.RunAsync(TestContext.Current.CancellationToken);
    }

    private sealed class Test : CSharpSourceGeneratorTest<RecordedMethodGenerator, DefaultVerifier>
    {
        public Test() => ReferenceAssemblies = Net10;

        protected override ParseOptions CreateParseOptions() => TestCompilation.ParseOptions;

        protected override CompilationOptions CreateCompilationOptions() =>
            ((CSharpCompilationOptions)base.CreateCompilationOptions()).WithNullableContextOptions(NullableContextOptions.Enable);
    }
}
