namespace AirlineAgent.Domain;

public sealed record Reservation
{
    public required string ReservationId { get; init; }

    public required string UserId { get; init; }

    public required string Origin { get; init; }

    public required string Destination { get; init; }

    public required TripType FlightType { get; init; }

    public required Cabin Cabin { get; init; }

    public required IReadOnlyList<ReservedFlight> Flights { get; init; }

    public required IReadOnlyList<Passenger> Passengers { get; init; }

    public required IReadOnlyList<Payment> PaymentHistory { get; init; }

    public required DateTime CreatedAt { get; init; }

    public required int TotalBaggages { get; init; }

    public required int NonfreeBaggages { get; init; }

    public required TravelInsurance Insurance { get; init; }

    /// <summary>Nothing while the reservation stands.</summary>
    public ReservationStatus? Status { get; init; }

    /// <summary>What its flights cost for everybody, in whole dollars.</summary>
    public int Fare() => Flights.Sum(flight => flight.Price) * Passengers.Count;

    /// <summary>The same reservation with one more payment, unless there is nothing to pay.</summary>
    public Reservation Paid(string paymentId, int amount) =>
        amount == 0 ? this : this with { PaymentHistory = [.. PaymentHistory, new Payment { PaymentId = paymentId, Amount = amount }] };
}
