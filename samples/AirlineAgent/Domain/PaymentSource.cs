using System.Text.Json.Serialization;
using Reenact;

namespace AirlineAgent.Domain;

[JsonConverter(typeof(JsonStringEnumConverter<PaymentSource>))]
public enum PaymentSource
{
    [JsonStringEnumMemberName("credit_card")]
    [RecordedName("credit_card")]
    CreditCard,

    [JsonStringEnumMemberName("gift_card")]
    [RecordedName("gift_card")]
    GiftCard,

    [JsonStringEnumMemberName("certificate")]
    [RecordedName("certificate")]
    Certificate,
}
