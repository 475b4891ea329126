using System.Text.Json.Serialization;
using Reenact;

namespace AirlineAgent.Domain;

[JsonConverter(typeof(JsonStringEnumConverter<TravelInsurance>))]
public enum TravelInsurance
{
    [JsonStringEnumMemberName("no")]
    [RecordedName("no")]
    No,

    [JsonStringEnumMemberName("yes")]
    [RecordedName("yes")]
    Yes,
}
