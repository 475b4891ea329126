using Reenact;

namespace AirlineAgent.Domain;

public sealed record Address
{
    [RecordedName("address1")]
    public required string Address1 { get; init; }

    [RecordedName("address2")]
    public required string Address2 { get; init; }

    [RecordedName("city")]
    public required string City { get; init; }

    [RecordedName("country")]
    public required string Country { get; init; }

    [RecordedName("state")]
    public required string State { get; init; }

    [RecordedName("zip")]
    public required string Zip { get; init; }
}
