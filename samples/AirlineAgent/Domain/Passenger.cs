using System.ComponentModel;
using System.Text.Json.Serialization;
using Reenact;

namespace AirlineAgent.Domain;

public sealed record Passenger
{
    [RecordedName("first_name")]
    public required string FirstName { get; init; }

    [RecordedName("last_name")]
    public required string LastName { get; init; }

    [JsonPropertyName("dob")]
    [Description("The date of birth, such as '1990-01-01'.")]
    [RecordedName("dob")]
    public required DateOnly DateOfBirth { get; init; }
}
