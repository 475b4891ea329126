namespace AirlineAgent.Domain;

public sealed record Address
{
    public required string Address1 { get; init; }

    public required string Address2 { get; init; }

    public required string City { get; init; }

    public required string Country { get; init; }

    public required string State { get; init; }

    public required string Zip { get; init; }
}
