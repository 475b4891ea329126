using System.Text.Json.Serialization;

namespace Acme;

[RecordedUnion(typeof(Circle), typeof(Square), typeof(Group))]
public interface IShape;

public sealed record Circle(double Radius) : IShape;

[RecordedName("box")]
public readonly record struct Square(int Side) : IShape;

public sealed record Group(List<IShape> Shapes, IShape? Outline) : IShape;

[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(Animal), 0)]
[JsonDerivedType(typeof(Dog), 1)]
[JsonDerivedType(typeof(Cat), "cat")]
public record Animal(string Name);

public record Dog(string Name, int Age) : Animal(Name);

public sealed record Cat(string Name) : Animal(Name);

[RecordedUnion(typeof(Ok<>), typeof(Error<>))]
public abstract record Result<T>;

public sealed record Ok<T>(T Value) : Result<T>;

public sealed record Error<T>(string Reason) : Result<T>;

public partial class Tools
{
    [Recorded]
    public partial Result<IShape> Draw(IShape shape, Animal? animal);

    private Result<IShape> DrawCore(IShape shape, Animal? animal) => new Ok<IShape>(shape);
}
