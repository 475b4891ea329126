using System.Text.Json.Serialization;
using Reenact;

namespace AirlineAgent.Domain;

[JsonConverter(typeof(JsonStringEnumConverter<FlightStatus>))]
public enum FlightStatus
{
    [JsonStringEnumMemberName("available")]
    [RecordedName("available")]
    Available,

    [JsonStringEnumMemberName("on time")]
    [RecordedName("on time")]
    OnTime,

    [JsonStringEnumMemberName("delayed")]
    [RecordedName("delayed")]
    Delayed,

    [JsonStringEnumMemberName("flying")]
    [RecordedName("flying")]
    Flying,

    [JsonStringEnumMemberName("landed")]
    [RecordedName("landed")]
    Landed,

    [JsonStringEnumMemberName("cancelled")]
    [RecordedName("cancelled")]
    Cancelled,
}
