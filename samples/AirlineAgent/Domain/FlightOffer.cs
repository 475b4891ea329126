using Reenact;

namespace AirlineAgent.Domain;

/// <summary>A flight that can be booked, as a search finds it.</summary>
public sealed record FlightOffer
{
    [RecordedName("flight_number")]
    public required string FlightNumber { get; init; }

    [RecordedName("origin")]
    public required string Origin { get; init; }

    [RecordedName("destination")]
    public required string Destination { get; init; }

    [RecordedName("scheduled_departure_time_est")]
    public required string ScheduledDepartureTimeEst { get; init; }

    [RecordedName("scheduled_arrival_time_est")]
    public required string ScheduledArrivalTimeEst { get; init; }

    [RecordedName("status")]
    public required FlightStatus Status { get; init; }

    [RecordedName("available_seats")]
    public PerCabin? AvailableSeats { get; init; }

    [RecordedName("prices")]
    public PerCabin? Prices { get; init; }

    /// <summary>The day it leaves, where that may differ from the day asked for.</summary>
    [RecordedName("date")]
    public DateOnly? Date { get; init; }

    public static FlightOffer Of(Flight flight, FlightDay day, DateOnly? date = null) => new()
    {
        FlightNumber = flight.FlightNumber,
        Origin = flight.Origin,
        Destination = flight.Destination,
        ScheduledDepartureTimeEst = flight.ScheduledDepartureTimeEst,
        ScheduledArrivalTimeEst = flight.ScheduledArrivalTimeEst,
        Status = day.Status,
        AvailableSeats = day.AvailableSeats,
        Prices = day.Prices,
        Date = date,
    };
}
