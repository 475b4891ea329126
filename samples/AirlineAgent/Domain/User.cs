using System.Text.Json.Serialization;

namespace AirlineAgent.Domain;

/// <summary>A customer's profile; its id is its key in the database.</summary>
public sealed record User
{
    public required PersonName Name { get; init; }

    public required Address Address { get; init; }

    public required string Email { get; init; }

    [JsonPropertyName("dob")]
    public required DateOnly DateOfBirth { get; init; }

    public required IReadOnlyDictionary<string, PaymentMethod> PaymentMethods { get; init; }

    public required IReadOnlyList<Passenger> SavedPassengers { get; init; }

    /// <summary><c>regular</c>, <c>silver</c> or <c>gold</c>.</summary>
    public required string Membership { get; init; }

    public required IReadOnlyList<string> Reservations { get; init; }

    public User With(PaymentMethod method) =>
        this with { PaymentMethods = new Dictionary<string, PaymentMethod>(PaymentMethods) { [method.Id] = method } };

    public User Without(PaymentMethod method) =>
        this with { PaymentMethods = PaymentMethods.Where(other => other.Key != method.Id).ToDictionary() };
}
