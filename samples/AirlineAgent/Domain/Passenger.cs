using System.ComponentModel;
using System.Text.Json.Serialization;

namespace AirlineAgent.Domain;

public sealed record Passenger
{
    public required string FirstName { get; init; }

    public required string LastName { get; init; }

    [JsonPropertyName("dob")]
    [Description("The date of birth, such as '1990-01-01'.")]
    public required DateOnly DateOfBirth { get; init; }
}
