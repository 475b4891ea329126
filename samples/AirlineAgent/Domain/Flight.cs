namespace AirlineAgent.Domain;

/// <summary>A flight of the timetable and the dates it is flown on.</summary>
public sealed record Flight
{
    public required string FlightNumber { get; init; }

    public required string Origin { get; init; }

    public required string Destination { get; init; }

    /// <summary>Time of day, <c>06:00:00</c>.</summary>
    public required string ScheduledDepartureTimeEst { get; init; }

    /// <summary>Time of day, <c>01:30:00+1</c> where the flight lands on the day after.</summary>
    public required string ScheduledArrivalTimeEst { get; init; }

    public required IReadOnlyDictionary<DateOnly, FlightDay> Dates { get; init; }
}
