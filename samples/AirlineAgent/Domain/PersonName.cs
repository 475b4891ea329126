using Reenact;

namespace AirlineAgent.Domain;

public sealed record PersonName
{
    [RecordedName("first_name")]
    public required string FirstName { get; init; }

    [RecordedName("last_name")]
    public required string LastName { get; init; }
}
