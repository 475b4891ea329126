using Reenact.Generators.Tests.Compiling;

namespace Reenact.Generators.Tests;

/// <summary>The generator runs while code is being typed.</summary>
public class BrokenCodeTests
{
    private const int CutsPerFile = 6;

    [Theory]
    [MemberData(nameof(GoldenTests.Names), MemberType = typeof(GoldenTests))]
    public void Half_written_code_does_not_make_the_generator_throw(string golden)
    {
        var input = GoldenFiles.Input(golden);
        for (var cut = 1; cut <= CutsPerFile; cut++)
        {
            var length = input.Length * cut / (CutsPerFile + 1);
            Assert.Null(GeneratorRun.Of(input[..length]).Exception);
            Assert.Null(GeneratorRun.Of(input.Remove(length, Math.Min(40, input.Length - length))).Exception);
        }
    }

    [Fact]
    public void A_project_without_the_runtime_gets_nothing()
    {
        var compilation = TestCompilation.Of("public partial class Tools { [Recorded] public partial int A(); private int ACore() => 1; }");
        var run = GeneratorRun.Of(compilation.RemoveReferences(compilation.References.Where(static reference => reference.Display!.EndsWith("Reenact.dll", StringComparison.Ordinal))));
        Assert.Null(run.Exception);
        Assert.Empty(run.Sources);
    }
}
