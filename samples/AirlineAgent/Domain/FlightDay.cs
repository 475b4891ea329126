using Reenact;

namespace AirlineAgent.Domain;

/// <summary>A flight on one date. Seats and prices are there while it is <see cref="FlightStatus.Available"/>.</summary>
public sealed record FlightDay
{
    [RecordedName("status")]
    public required FlightStatus Status { get; init; }

    [RecordedName("available_seats")]
    public PerCabin? AvailableSeats { get; init; }

    [RecordedName("prices")]
    public PerCabin? Prices { get; init; }

    [RecordedName("actual_departure_time_est")]
    public DateTime? ActualDepartureTimeEst { get; init; }

    [RecordedName("actual_arrival_time_est")]
    public DateTime? ActualArrivalTimeEst { get; init; }

    [RecordedName("estimated_departure_time_est")]
    public DateTime? EstimatedDepartureTimeEst { get; init; }

    [RecordedName("estimated_arrival_time_est")]
    public DateTime? EstimatedArrivalTimeEst { get; init; }
}
