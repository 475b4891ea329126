using Reenact;

namespace AirlineAgent.Domain;

/// <summary>A flight of a reservation, at the price it was booked for.</summary>
public sealed record ReservedFlight
{
    [RecordedName("origin")]
    public required string Origin { get; init; }

    [RecordedName("destination")]
    public required string Destination { get; init; }

    [RecordedName("flight_number")]
    public required string FlightNumber { get; init; }

    [RecordedName("date")]
    public required DateOnly Date { get; init; }

    /// <summary>Whole dollars for one passenger.</summary>
    [RecordedName("price")]
    public required int Price { get; init; }

    public bool Is(FlightChoice choice) => FlightNumber == choice.FlightNumber && Date == choice.Date;
}
