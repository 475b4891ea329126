using System.Text.Json.Serialization;

namespace AirlineAgent.Domain;

[JsonConverter(typeof(JsonStringEnumConverter<FlightStatus>))]
public enum FlightStatus
{
    [JsonStringEnumMemberName("available")]
    Available,

    [JsonStringEnumMemberName("on time")]
    OnTime,

    [JsonStringEnumMemberName("delayed")]
    Delayed,

    [JsonStringEnumMemberName("flying")]
    Flying,

    [JsonStringEnumMemberName("landed")]
    Landed,

    [JsonStringEnumMemberName("cancelled")]
    Cancelled,
}
