using System.Text.Json.Serialization;
using Reenact;

namespace AirlineAgent.Domain;

/// <summary>A customer's profile; its id is its key in the database.</summary>
public sealed record User
{
    [RecordedName("name")]
    public required PersonName Name { get; init; }

    [RecordedName("address")]
    public required Address Address { get; init; }

    [RecordedName("email")]
    public required string Email { get; init; }

    [JsonPropertyName("dob")]
    [RecordedName("dob")]
    public required DateOnly DateOfBirth { get; init; }

    [RecordedName("payment_methods")]
    public required IReadOnlyDictionary<string, PaymentMethod> PaymentMethods { get; init; }

    [RecordedName("saved_passengers")]
    public required IReadOnlyList<Passenger> SavedPassengers { get; init; }

    /// <summary><c>regular</c>, <c>silver</c> or <c>gold</c>.</summary>
    [RecordedName("membership")]
    public required string Membership { get; init; }

    [RecordedName("reservations")]
    public required IReadOnlyList<string> Reservations { get; init; }

    public User With(PaymentMethod method) =>
        this with { PaymentMethods = new Dictionary<string, PaymentMethod>(PaymentMethods) { [method.Id] = method } };

    public User Without(PaymentMethod method) =>
        this with { PaymentMethods = PaymentMethods.Where(other => other.Key != method.Id).ToDictionary() };
}
