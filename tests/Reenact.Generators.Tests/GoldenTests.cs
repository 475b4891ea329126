using Reenact.Generators.Tests.Compiling;

namespace Reenact.Generators.Tests;

public class GoldenTests
{
    public static TheoryData<string> Names => [.. GoldenFiles.Names];

    [Theory]
    [MemberData(nameof(Names))]
    public void Emitted_code_is_as_expected_and_compiles_without_warnings(string name)
    {
        var run = GeneratorRun.Of(GoldenFiles.Input(name)).Clean();
        var output = GoldenFiles.Join(run.Sources);
        if (GoldenFiles.AreUpdated)
            GoldenFiles.Update(name, output);
        else
            Assert.Equal(GoldenFiles.Output(name), output);
    }
}
