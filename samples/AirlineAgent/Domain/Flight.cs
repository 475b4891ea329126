using Reenact;

namespace AirlineAgent.Domain;

/// <summary>A flight of the timetable and the dates it is flown on.</summary>
public sealed record Flight
{
    [RecordedName("flight_number")]
    public required string FlightNumber { get; init; }

    [RecordedName("origin")]
    public required string Origin { get; init; }

    [RecordedName("destination")]
    public required string Destination { get; init; }

    /// <summary>Time of day, <c>06:00:00</c>.</summary>
    [RecordedName("scheduled_departure_time_est")]
    public required string ScheduledDepartureTimeEst { get; init; }

    /// <summary>Time of day, <c>01:30:00+1</c> where the flight lands on the day after.</summary>
    [RecordedName("scheduled_arrival_time_est")]
    public required string ScheduledArrivalTimeEst { get; init; }

    [RecordedName("dates")]
    public required IReadOnlyDictionary<DateOnly, FlightDay> Dates { get; init; }
}
