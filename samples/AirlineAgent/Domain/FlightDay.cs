namespace AirlineAgent.Domain;

/// <summary>A flight on one date. Seats and prices are there while it is <see cref="FlightStatus.Available"/>.</summary>
public sealed record FlightDay
{
    public required FlightStatus Status { get; init; }

    public PerCabin? AvailableSeats { get; init; }

    public PerCabin? Prices { get; init; }

    public DateTime? ActualDepartureTimeEst { get; init; }

    public DateTime? ActualArrivalTimeEst { get; init; }

    public DateTime? EstimatedDepartureTimeEst { get; init; }

    public DateTime? EstimatedArrivalTimeEst { get; init; }
}
