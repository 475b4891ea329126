using System.Text.Json.Serialization;

namespace AirlineAgent.Domain;

[JsonConverter(typeof(JsonStringEnumConverter<TripType>))]
public enum TripType
{
    [JsonStringEnumMemberName("one_way")]
    OneWay,

    [JsonStringEnumMemberName("round_trip")]
    RoundTrip,
}
