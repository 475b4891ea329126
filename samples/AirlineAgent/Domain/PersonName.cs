namespace AirlineAgent.Domain;

public sealed record PersonName
{
    public required string FirstName { get; init; }

    public required string LastName { get; init; }
}
