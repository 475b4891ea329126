namespace AirlineAgent.Domain;

/// <summary>A flight of a reservation, at the price it was booked for.</summary>
public sealed record ReservedFlight
{
    public required string Origin { get; init; }

    public required string Destination { get; init; }

    public required string FlightNumber { get; init; }

    public required DateOnly Date { get; init; }

    /// <summary>Whole dollars for one passenger.</summary>
    public required int Price { get; init; }

    public bool Is(FlightChoice choice) => FlightNumber == choice.FlightNumber && Date == choice.Date;
}
