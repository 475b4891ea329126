using System.Text.Json.Serialization;
using Reenact;

namespace AirlineAgent.Domain;

[JsonConverter(typeof(JsonStringEnumConverter<Cabin>))]
public enum Cabin
{
    [JsonStringEnumMemberName("basic_economy")]
    [RecordedName("basic_economy")]
    BasicEconomy,

    [JsonStringEnumMemberName("economy")]
    [RecordedName("economy")]
    Economy,

    [JsonStringEnumMemberName("business")]
    [RecordedName("business")]
    Business,
}
