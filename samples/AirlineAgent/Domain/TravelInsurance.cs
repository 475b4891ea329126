using System.Text.Json.Serialization;

namespace AirlineAgent.Domain;

[JsonConverter(typeof(JsonStringEnumConverter<TravelInsurance>))]
public enum TravelInsurance
{
    [JsonStringEnumMemberName("no")]
    No,

    [JsonStringEnumMemberName("yes")]
    Yes,
}
