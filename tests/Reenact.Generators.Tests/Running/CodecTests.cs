using MessagePack;

namespace Reenact.Generators.Tests.Running;

/// <summary>Emitted codecs, compiled and run: what is written comes back.</summary>
public class CodecTests
{
    [Fact]
    public void Records_come_back_equal()
    {
        var code = Load(
            "public sealed record Flight(string Number, decimal Price, Airport From, Airport? To = null) { public required string Carrier { get; init; } public string? Note { get; set; } }\n"
            + "public readonly record struct Airport(string Code, int Gates);",
            "Flight",
            "new Flight(\"LH 7\", 12.50m, new Airport(\"BER\", 3)) { Carrier = \"LH\", Note = null }");
        AssertEqualRoundTrip(code, "Flight");
    }

    [Fact]
    public void Null_is_null()
    {
        var code = Load("public sealed record Flight(string? Number);", "Flight", "new Flight(null)");
        var codec = Codec(code, "Flight");
        Assert.Null(codec.RoundTrip(null));
        AssertEqualRoundTrip(code, "Flight");
    }

    [Fact]
    public void Members_that_only_their_type_can_set_come_back()
    {
        var code = Load(
            """
            public sealed class Account
            {
                private readonly List<string> notes = [];
                public string Secret { get; private set; } = "";
                public Guid Key { get; } = Guid.NewGuid();
                public readonly int Version = 1;
                public IReadOnlyList<int> Frozen { get; } = [];
                public List<string> Tags { get; } = ["default"];
                public IList<string> Notes => notes;
                public static Account Make()
                {
                    var made = new Account { Secret = "s" };
                    made.Tags.Clear();
                    made.Tags.Add("a");
                    made.notes.Add("n");
                    return made;
                }
                public override string ToString() => $"{Secret} {Key} {Version} {string.Join(',', Frozen)} {string.Join(',', Tags)} {string.Join(',', notes)}";
            }
            """,
            "Account",
            "Account.Make()");
        AssertSameText(code, "Account");
    }

    [Fact]
    public void Private_constructors_are_used()
    {
        var code = Load(
            """
            public sealed class Closed
            {
                private Closed(int number, string text) { Number = number; Text = text; Extra = "made"; }
                public int Number { get; }
                public string Text { get; }
                public string? Extra { get; init; }
                public static Closed Make() => new(3, "x") { Extra = "y" };
                public override string ToString() => $"{Number} {Text} {Extra}";
            }
            """,
            "Closed",
            "Closed.Make()");
        AssertSameText(code, "Closed");
    }

    [Fact]
    public void Properties_over_private_fields_come_back_through_the_constructor()
    {
        var code = Load(
            """
            public sealed class Person
            {
                private readonly string name;
                public Person(string name, int age = 1) { this.name = name; Age = age; }
                public string Name => name;
                public int Age { get; }
                public string Label => $"{name} ({Age})";
                public object Anything => name;
                public override string ToString() => Label;
            }
            """,
            "Person",
            "new Person(\"Ada\", 36)");
        AssertSameText(code, "Person");
        Assert.Equal("""{"Name":"Ada","Age":36}""", Json(Codec(code, "Person").Write(code.Call("Acme.Sample", "Make"))));
    }

    [Fact]
    public void Structs_with_hidden_setters_come_back()
    {
        var code = Load(
            """
            public struct Point
            {
                public double X;
                public double Y { get; set; }
                public double Length { get; private set; }
                public int Fixed { get; }
                public static Point Make() => new() { X = 1, Y = -0.0, Length = double.NaN };
                public readonly override string ToString() => $"{X} {BitConverter.DoubleToInt64Bits(Y)} {Length} {Fixed}";
            }
            """,
            "Point",
            "Point.Make()");
        AssertSameText(code, "Point");
    }

    [Fact]
    public void Inherited_setters_that_are_not_public_are_reached_where_they_are_declared()
    {
        var code = Load(
            """
            public class Base { public virtual int Level { get; protected set; } }
            public sealed class Derived : Base
            {
                public override int Level => base.Level;
                public Derived() => base.Level = 5;
                public override string ToString() => $"{Level}";
            }
            """,
            "Derived",
            "new Derived()");
        var codec = Codec(code, "Derived");
        Assert.Equal("9", codec.Read(MessagePackSerializer.ConvertFromJson("""{"Level":9}""", cancellationToken: TestContext.Current.CancellationToken))!.ToString());
    }

    [Fact]
    public void Inherited_members_come_first()
    {
        var code = Load(
            "public class Base { public int Z { get; set; } = 1; public virtual int V { get; set; } = 2; } public sealed class Derived : Base { public int A { get; set; } = 3; public override int V { get; set; } = 4; }",
            "Derived",
            "new Derived()");
        Assert.Equal("""{"Z":1,"V":4,"A":3}""", Json(Codec(code, "Derived").Write(code.Call("Acme.Sample", "Make"))));
    }

    [Fact]
    public void Recursive_types_come_back()
    {
        var code = Load(
            "public sealed record Node(int Id, Node? Next, List<Node> Children) { public override string ToString() => $\"{Id}({Next})[{string.Join(',', Children)}]\"; }",
            "Node",
            "new Node(1, new Node(2, null, []), [new Node(3, null, [])])");
        AssertSameText(code, "Node");
    }

    [Fact]
    public void A_cycle_ends_in_an_error()
    {
        var code = Load(
            "public sealed class Loop { public Loop? Next { get; set; } public static Loop Make() { var loop = new Loop(); loop.Next = loop; return loop; } }",
            "Loop",
            "Loop.Make()");
        var error = Assert.Throws<InvalidOperationException>(() => Codec(code, "Loop").Write(code.Call("Acme.Sample", "Make")));
        Assert.Contains("refers to itself", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_derived_value_is_refused_rather_than_cut()
    {
        var code = Load(
            "public record Animal(string Name); public sealed record Dog(string Name, int Age) : Animal(Name);",
            "Animal",
            "new Dog(\"Rex\", 3)");
        var error = Assert.Throws<InvalidOperationException>(() => Codec(code, "Animal").Write(code.Call("Acme.Sample", "Make")));
        Assert.Contains("A Acme.Dog was given where Acme.Animal is recorded", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Members_that_a_recording_lacks_keep_their_defaults()
    {
        var code = Load(
            """
            public sealed record Settings(string Name, int Retries = 3)
            {
                public List<string> Tags { get; init; } = ["t"];
                public string Color { get; set; } = "red";
                public override string ToString() => $"{Name ?? "null"} {Retries} {string.Join(',', Tags)} {Color}";
            }
            """,
            "Settings",
            "new Settings(\"n\")");
        Assert.Equal("null 3 t red", Codec(code, "Settings").Read(MessagePackSerializer.ConvertFromJson("{}", cancellationToken: TestContext.Current.CancellationToken))!.ToString());
    }

    [Fact]
    public void Members_that_code_no_longer_has_are_skipped()
    {
        var code = Load("public sealed record Flight(string Number);", "Flight", "new Flight(\"a\")");
        var bytes = MessagePackSerializer.ConvertFromJson("""{"Old":{"x":[1,2]},"Number":"LH 7","Other":null}""", cancellationToken: TestContext.Current.CancellationToken);
        Assert.Contains("LH 7", Codec(code, "Flight").Read(bytes)!.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Ignored_members_are_left_out_and_renamed_ones_renamed()
    {
        var code = Load(
            "public sealed record Card([property: RecordedName(\"no\")] string Number, [IgnoreRecorded] object? Cache) { [IgnoreRecorded] public required object Key { get; set; } }",
            "Card",
            "new Card(\"1\", new object()) { Key = 3 }");
        var codec = Codec(code, "Card");
        Assert.Equal("""{"no":"1"}""", Json(codec.Write(code.Call("Acme.Sample", "Make"))));
        codec.RoundTrip(code.Call("Acme.Sample", "Make"));
    }

    [Fact]
    public void Enums_travel_as_names_and_unnamed_ones_as_numbers()
    {
        var code = Load("public enum Cabin : byte { [RecordedName(\"eco\")] Economy, Business, Coach = Economy }", "Cabin", "Cabin.Economy");
        var codec = Codec(code, "Cabin");
        var cabin = code.Type("Acme.Cabin");
        Assert.Equal("\"eco\"", Json(codec.Write(Enum.ToObject(cabin, 0))));
        Assert.Equal("200", Json(codec.Write(Enum.ToObject(cabin, 200))));
        Assert.Equal(Enum.ToObject(cabin, 200), codec.RoundTrip(Enum.ToObject(cabin, 200)));
        Assert.Equal(Enum.ToObject(cabin, 0), codec.Read(MessagePackSerializer.ConvertFromJson("\"Coach\"", cancellationToken: TestContext.Current.CancellationToken)));
        var error = Assert.Throws<ValueFormatException>(() => codec.Read(MessagePackSerializer.ConvertFromJson("\"First\"", cancellationToken: TestContext.Current.CancellationToken)));
        Assert.Contains("\"First\" is no member of Acme.Cabin", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Closed_generic_types_have_codecs_of_their_own()
    {
        var code = LoadedCode.Of(
            """
            namespace Acme;
            public sealed record Page<T>(List<T> Items, T? Next);
            public partial class Tools
            {
                [Recorded] public partial Page<int> Numbers(Page<string> texts);
                private Page<int> NumbersCore(Page<string> texts) => new([1], 2);
            }
            public static class Sample { public static object Make() => new Page<int>([4, 5], 6); }
            """);
        var page = code.Call("Acme.Sample", "Make")!;
        var names = page.GetType().GetGenericTypeDefinition().Assembly.GetTypes().Where(static type => type.Name.StartsWith("Acme_Page", StringComparison.Ordinal)).ToList();
        Assert.Equal(2, names.Count);
        var codec = new EmittedCodec(page.GetType(), names.Single(type => type.GetInterfaces().Any(each => each.GetGenericArguments()[0] == page.GetType())));
        Assert.Equal("""{"Items":[4,5],"Next":6}""", Json(codec.Write(codec.RoundTrip(page))));
    }

    private static LoadedCode Load(string types, string type, string value) => LoadedCode.Of($$"""
        namespace Acme;
        {{types}}
        public partial class Tools
        {
            [Recorded] public partial {{type}} Make();
            private {{type}} MakeCore() => {{value}};
        }
        public static class Sample { public static object Make() => {{value}}; }
        """);

    private static EmittedCodec Codec(LoadedCode code, string type) => code.Codec("Acme." + type, $"Acme_{type}Codec");

    private static void AssertEqualRoundTrip(LoadedCode code, string type)
    {
        var value = code.Call("Acme.Sample", "Make");
        Assert.Equal(value, Codec(code, type).RoundTrip(value));
    }

    private static void AssertSameText(LoadedCode code, string type)
    {
        var value = code.Call("Acme.Sample", "Make");
        Assert.Equal(value!.ToString(), Codec(code, type).RoundTrip(value)!.ToString());
    }

    private static string Json(byte[] bytes) => MessagePackSerializer.ConvertToJson(bytes, cancellationToken: TestContext.Current.CancellationToken);
}
