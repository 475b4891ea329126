namespace AirlineAgent.Domain;

/// <summary>A flight that can be booked, as a search finds it.</summary>
public sealed record FlightOffer
{
    public required string FlightNumber { get; init; }

    public required string Origin { get; init; }

    public required string Destination { get; init; }

    public required string ScheduledDepartureTimeEst { get; init; }

    public required string ScheduledArrivalTimeEst { get; init; }

    public required FlightStatus Status { get; init; }

    public PerCabin? AvailableSeats { get; init; }

    public PerCabin? Prices { get; init; }

    /// <summary>The day it leaves, where that may differ from the day asked for.</summary>
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
