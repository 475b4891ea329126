using System.Text.Json.Serialization;
using Reenact;

namespace AirlineAgent.Domain;

[JsonConverter(typeof(JsonStringEnumConverter<ReservationStatus>))]
public enum ReservationStatus
{
    [JsonStringEnumMemberName("cancelled")]
    [RecordedName("cancelled")]
    Cancelled,
}
