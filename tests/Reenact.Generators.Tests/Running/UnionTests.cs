using MessagePack;

namespace Reenact.Generators.Tests.Running;

/// <summary>Values of unions come back as the case they were.</summary>
public class UnionTests
{
    private const string Shapes = """
        using System.Text.Json.Serialization;
        namespace Acme;
        [RecordedUnion(typeof(Circle), typeof(Square), typeof(Group), typeof(Polygon), typeof(Box<int>), typeof(Text))]
        public interface IShape;
        public sealed record Circle(double Radius) : IShape;
        [RecordedName("box")] public readonly record struct Square(int Side) : IShape;
        public sealed record Group(List<IShape> Shapes) : IShape { public override string ToString() => "Group of " + string.Join(", ", Shapes); }
        [RecordedUnion(typeof(Triangle))] public record Polygon(int Corners) : IShape;
        public sealed record Triangle(string Name) : Polygon(3);
        public sealed record Box<T>(T Content) : IShape;
        [ValueCodec(typeof(TextCodec))] public sealed record Text(string Content) : IShape;
        public struct TextCodec : IValueCodec<Text>
        {
            public static void Write(ref MessagePack.MessagePackWriter writer, Text value, ValueWriteContext context) => context.WriteText(ref writer, value.Content);
            public static Text Read(ref MessagePack.MessagePackReader reader, ValueReadContext context) => new(context.ReadText(ref reader)!);
        }
        public sealed record Unlisted : IShape;

        [JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
        [JsonDerivedType(typeof(Dog), 1)]
        [JsonDerivedType(typeof(Cat), "cat")]
        [JsonDerivedType(typeof(Fish))]
        public record Animal(string Name);
        public record Dog(string Name, int Age) : Animal(Name);
        public sealed record Cat(string Name) : Animal(Name);
        public sealed record Fish(string Name) : Animal(Name);
        public sealed record Puppy(string Name) : Dog(Name, 0);

        [RecordedUnion(typeof(Ok<>), typeof(Error<>))] public abstract record Result<T>;
        public sealed record Ok<T>(T Value) : Result<T>;
        public sealed record Error<T>(string Reason) : Result<T>;

        public partial class Tools
        {
            [Recorded] public partial Result<int> Draw(IShape shape, Animal? animal);
            private Result<int> DrawCore(IShape shape, Animal? animal) => new Ok<int>(1);
        }

        public static class Sample
        {
            public static IShape Circle() => new Circle(1.5);
            public static IShape Square() => new Square(2);
            public static IShape Group() => new Group([new Circle(1), new Group([]), new Square(3)]);
            public static IShape Polygon() => new Polygon(5);
            public static IShape Triangle() => new Triangle("t");
            public static IShape Box() => new Box<int>(7);
            public static IShape Text() => new Text("hi");
            public static IShape Unlisted() => new Unlisted();
            public static Animal Animal() => new Animal("a");
            public static Animal Dog() => new Dog("d", 4);
            public static Animal Cat() => new Cat("c");
            public static Animal Fish() => new Fish("f");
            public static Animal Puppy() => new Puppy("p");
            public static Result<int> Ok() => new Ok<int>(3);
            public static Result<int> Error() => new Error<int>("no");
        }
        """;

    private static readonly LoadedCode Code = LoadedCode.Of(Shapes);

    [Theory]
    [InlineData("Circle", """{"$type":"Circle","Radius":1.5}""")]
    [InlineData("Square", """{"$type":"box","Side":2}""")]
    [InlineData("Group", """{"$type":"Group","Shapes":[{"$type":"Circle","Radius":1},{"$type":"Group","Shapes":[]},{"$type":"box","Side":3}]}""")]
    [InlineData("Polygon", """{"$type":"Polygon","Corners":5}""")]
    [InlineData("Triangle", """{"$type":"Triangle","Corners":3,"Name":"t"}""")]
    [InlineData("Box", """{"$type":"Box<int>","Content":7}""")]
    [InlineData("Text", """{"$type":"Text","$value":"hi"}""")]
    public void A_case_begins_with_its_name(string sample, string json) => AssertCase("IShape", sample, json);

    [Theory]
    [InlineData("Animal", """{"Name":"a"}""")]
    [InlineData("Dog", """{"kind":1,"Name":"d","Age":4}""")]
    [InlineData("Cat", """{"kind":"cat","Name":"c"}""")]
    [InlineData("Fish", """{"kind":"Fish","Name":"f"}""")]
    public void The_attributes_of_System_Text_Json_are_understood(string sample, string json) => AssertCase("Animal", sample, json);

    [Theory]
    [InlineData("Ok", """{"$type":"Ok","Value":3}""")]
    [InlineData("Error", """{"$type":"Error","Reason":"no"}""")]
    public void Open_cases_are_closed_over_the_type_arguments(string sample, string json)
    {
        var value = Code.Call("Acme.Sample", sample)!;
        var codec = Code.CodecOf(value.GetType().BaseType!);
        Assert.Equal(json, Json(codec.Write(value)));
        Assert.Equal(value, codec.RoundTrip(value));
    }

    [Fact]
    public void Null_is_nil() => Assert.Null(Code.Codec("Acme.IShape", "Acme_IShapeCodec").RoundTrip(null));

    [Theory]
    [InlineData("IShape", "Unlisted", "A Acme.Unlisted was given where Acme.IShape is recorded, and its [RecordedUnion] does not list that type. Add it there.")]
    [InlineData("Animal", "Puppy", "A Acme.Puppy was given where Acme.Animal is recorded, and its [JsonDerivedType] does not list that type. Add it there.")]
    public void A_type_that_is_not_listed_is_refused(string union, string sample, string message)
    {
        var error = Assert.Throws<InvalidOperationException>(() => Code.Codec("Acme." + union, $"Acme_{union}Codec").Write(Code.Call("Acme.Sample", sample)));
        Assert.Equal(message, error.Message);
    }

    [Theory]
    [InlineData("""{"$type":"Hexagon"}""", "'Hexagon' is no case of Acme.IShape; it has Circle, box, Group, Triangle, Polygon, Box<int>, Text. Keep the names")]
    [InlineData("""{"$type":3}""", "'3' is no case of Acme.IShape")]
    [InlineData("""{"Radius":1,"$type":"Circle"}""", "A recorded Acme.IShape does not say which case it is")]
    [InlineData("{}", "A recorded Acme.IShape does not say which case it is")]
    [InlineData("[]", "A recorded value is an array; expected a map")]
    [InlineData("""{"$type":"Text"}""", "A recorded case of a union holds no $value")]
    public void What_is_no_case_is_an_error_when_it_is_read(string json, string message)
    {
        var error = Assert.Throws<ValueFormatException>(() => Code.Codec("Acme.IShape", "Acme_IShapeCodec").Read(Bytes(json)));
        Assert.StartsWith(message, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_recording_from_before_the_cases_were_listed_is_read_as_the_concrete_base() =>
        Assert.Equal(Code.Call("Acme.Sample", "Animal"), Code.Codec("Acme.Animal", "Acme_AnimalCodec").Read(Bytes("""{"Name":"a"}""")));

    private static void AssertCase(string union, string sample, string json)
    {
        var codec = Code.Codec("Acme." + union, $"Acme_{union}Codec");
        var value = Code.Call("Acme.Sample", sample)!;
        Assert.Equal(json, Json(codec.Write(value)));
        Assert.Equal(value.ToString(), codec.RoundTrip(value)!.ToString());
    }

    private static string Json(byte[] bytes) => MessagePackSerializer.ConvertToJson(bytes, cancellationToken: TestContext.Current.CancellationToken);

    private static byte[] Bytes(string json) => MessagePackSerializer.ConvertFromJson(json, cancellationToken: TestContext.Current.CancellationToken);
}
