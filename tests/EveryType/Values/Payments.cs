using System.Text.Json.Serialization;
using Reenact;

namespace EveryType.Values;

[RecordedUnion(typeof(Card), typeof(Cash))]
internal abstract record Payment(decimal Amount);

internal sealed record Card(decimal Amount, string Number) : Payment(Amount);

internal sealed record Cash(decimal Amount) : Payment(Amount);

[JsonDerivedType(typeof(Square), "square")]
[JsonDerivedType(typeof(Circle), 2)]
internal abstract record Shape;

internal sealed record Square(double Side) : Shape;

internal sealed record Circle(double Radius) : Shape;

/// <summary>Values of a type that is one of several.</summary>
internal sealed record Unions(Payment Payment, Payment? Nothing, IReadOnlyList<Payment> All, Shape Square, Shape Circle)
{
    public static Unions Sample => new(new Card(1.50m, "4111"), null, [new Cash(2), new Card(3, "5555")], new Square(1), new Circle(2));
}
