using Reenact;

namespace AirlineAgent.Domain;

public sealed record Reservation
{
    [RecordedName("reservation_id")]
    public required string ReservationId { get; init; }

    [RecordedName("user_id")]
    public required string UserId { get; init; }

    [RecordedName("origin")]
    public required string Origin { get; init; }

    [RecordedName("destination")]
    public required string Destination { get; init; }

    [RecordedName("flight_type")]
    public required TripType FlightType { get; init; }

    [RecordedName("cabin")]
    public required Cabin Cabin { get; init; }

    [RecordedName("flights")]
    public required IReadOnlyList<ReservedFlight> Flights { get; init; }

    [RecordedName("passengers")]
    public required IReadOnlyList<Passenger> Passengers { get; init; }

    [RecordedName("payment_history")]
    public required IReadOnlyList<Payment> PaymentHistory { get; init; }

    [RecordedName("created_at")]
    public required DateTime CreatedAt { get; init; }

    [RecordedName("total_baggages")]
    public required int TotalBaggages { get; init; }

    [RecordedName("nonfree_baggages")]
    public required int NonfreeBaggages { get; init; }

    [RecordedName("insurance")]
    public required TravelInsurance Insurance { get; init; }

    /// <summary>Nothing while the reservation stands.</summary>
    [RecordedName("status")]
    public ReservationStatus? Status { get; init; }

    /// <summary>What its flights cost for everybody, in whole dollars.</summary>
    public int Fare() => Flights.Sum(flight => flight.Price) * Passengers.Count;

    /// <summary>The same reservation with one more payment, unless there is nothing to pay.</summary>
    public Reservation Paid(string paymentId, int amount) =>
        amount == 0 ? this : this with { PaymentHistory = [.. PaymentHistory, new Payment { PaymentId = paymentId, Amount = amount }] };
}
