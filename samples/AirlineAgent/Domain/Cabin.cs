using System.Text.Json.Serialization;

namespace AirlineAgent.Domain;

[JsonConverter(typeof(JsonStringEnumConverter<Cabin>))]
public enum Cabin
{
    [JsonStringEnumMemberName("basic_economy")]
    BasicEconomy,

    [JsonStringEnumMemberName("economy")]
    Economy,

    [JsonStringEnumMemberName("business")]
    Business,
}
