using System.Text.Json.Serialization;
using Reenact;

namespace AirlineAgent.Domain;

[JsonConverter(typeof(JsonStringEnumConverter<TripType>))]
public enum TripType
{
    [JsonStringEnumMemberName("one_way")]
    [RecordedName("one_way")]
    OneWay,

    [JsonStringEnumMemberName("round_trip")]
    [RecordedName("round_trip")]
    RoundTrip,
}
