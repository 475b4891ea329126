using Reenact.Generators.Tests.Compiling;

namespace Reenact.Generators.Tests.Shapes;

/// <summary>Types of other assemblies, of which a compilation sees only what is public.</summary>
public class ReferencedTypeTests
{
    private const string Library = """
        namespace Library;

        public sealed record Flight(string Number, int Seats = 3);

        public sealed class Account
        {
            private readonly string name;
            public Account(string name) => this.name = name;
            public string Name => name;
            public System.Guid Key { get; } = System.Guid.NewGuid();
            public string Label => name + Key;
        }

        public sealed class Client
        {
            private int calls;
            public void Call() => calls++;
        }
        """;

    [Fact]
    public void Members_are_found_without_source()
    {
        var run = GeneratorRun.Of(TestCompilation.Of(
            "public partial class Tools { [Recorded] public partial Library.Account Open(Library.Flight flight); private Library.Account OpenCore(Library.Flight flight) => new(flight.Number); }")
            .With(Library)).Clean();
        var account = run.Sources["Reenact.Generated.Library_AccountCodec.g.cs"];
        Assert.Contains("Members = new(\"Name\", \"Key\");", account, StringComparison.Ordinal);
        Assert.Contains("new global::Library.Account(name: name)", account, StringComparison.Ordinal);
        Assert.Contains("FieldOfKey(value) = key;", account, StringComparison.Ordinal);
        Assert.Contains("new global::Library.Flight(Number: number, Seats: seats)", run.Sources["Reenact.Generated.Library_FlightCodec.g.cs"], StringComparison.Ordinal);
    }

    [Fact]
    public void A_type_that_shows_no_member_is_no_value()
    {
        var compilation = TestCompilation.Of(
            "public partial class Tools { [Recorded] public partial int Use(Library.Client client); private int UseCore(Library.Client client) => 1; }").With(Library);
        Assert.Equal(
            ["REEN3001 Client is a Client, which shows no member to record. Leave it out with [IgnoreRecorded], or pass the data it gives."],
            ShapeOf.Problems(compilation));
    }
}
