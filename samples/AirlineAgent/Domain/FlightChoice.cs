using System.ComponentModel;
using Reenact;

namespace AirlineAgent.Domain;

/// <summary>A flight on a date, as a customer picks it.</summary>
public sealed record FlightChoice
{
    [Description("The flight's number, such as 'HAT001'.")]
    [RecordedName("flight_number")]
    public required string FlightNumber { get; init; }

    [Description("The day of the flight, such as '2024-05-01'.")]
    [RecordedName("date")]
    public required DateOnly Date { get; init; }
}
