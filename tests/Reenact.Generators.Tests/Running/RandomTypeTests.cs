using CsCheck;

namespace Reenact.Generators.Tests.Running;

public class RandomTypeTests
{
    private const int Types = 30;

    [Fact]
    public void Values_of_random_types_come_back_as_the_same_bytes()
    {
        // Another graph on each run; the number tells which one failed.
        var seed = Environment.TickCount;
        var code = LoadedCode.Of(TypeGraph.Source(seed, Types));
        for (var i = 0; i < Types; i++)
        {
            var type = code.Type($"Acme.T{i}");
            var codec = code.Codec($"Acme.T{i}", $"Acme_T{i}Codec");
            try
            {
                RandomValues.Of(type).Sample(value => { codec.RoundTrip(value); }, iter: 30, threads: 1);
            }
            catch (CsCheckException exception)
            {
                Assert.Fail($"Graph {seed}, type T{i}: {exception}");
            }
        }
    }
}
